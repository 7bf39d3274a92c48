package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.LiveView;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** What became of each objective, and what is to be said beside. On Swing's thread only. */
final class VerdictPanel extends JPanel {
  private static final int NOTES = 4;

  private final VerdictTableModel model = new VerdictTableModel();
  private final JTextArea notes = new JTextArea(NOTES, 40);
  private final JScrollPane notesPane = new JScrollPane(notes);

  VerdictPanel() {
    super(new BorderLayout(0, 4));
    add(new JScrollPane(new VerdictTable(model)), BorderLayout.CENTER);
    notes.setEditable(false);
    add(notesPane, BorderLayout.SOUTH);
    say(List.of());
  }

  /**
   * Shows a run.
   *
   * @param rows those of its judgement, made beforehand
   */
  void show(LiveView view, List<VerdictRow> rows) {
    model.show(rows);
    say(ConsoleTable.notes(view.judgement()));
  }

  private void say(List<String> lines) {
    String text = String.join("\n", lines);
    notesPane.setVisible(!lines.isEmpty());
    if (!text.equals(notes.getText())) {
      notes.setRows(Math.min(NOTES, lines.size()));
      notes.setText(text);
      notes.setCaretPosition(0);
      revalidate();
    }
  }

  void clear() {
    model.show(List.of());
    say(List.of());
  }
}
