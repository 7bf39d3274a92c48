package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.LiveView;
import com.openshow.loadtest.slo.Judgement;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The verdict as it stands: in a line, as a table, and what is to be said beside. */
final class VerdictPanel extends JPanel {
  private static final String NOTHING = "Nothing has been measured yet.";

  private final JLabel headline = new JLabel(NOTHING);
  private final JLabel traffic = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar();
  private final VerdictTableModel model = new VerdictTableModel();
  private final JTextArea notes = new JTextArea();

  VerdictPanel() {
    super(new BorderLayout(0, 4));
    setBorder(BorderFactory.createTitledBorder("Verdict"));
    headline.setFont(headline.getFont().deriveFont(Font.BOLD));
    progress.setStringPainted(true);
    progress.setVisible(false);
    JPanel head = new JPanel(new BorderLayout(8, 2));
    head.add(headline, BorderLayout.CENTER);
    head.add(progress, BorderLayout.EAST);
    head.add(traffic, BorderLayout.SOUTH);
    add(head, BorderLayout.NORTH);
    add(new JScrollPane(new VerdictTable(model)), BorderLayout.CENTER);
    notes.setEditable(false);
    notes.setOpaque(false);
    notes.setVisible(false);
    add(notes, BorderLayout.SOUTH);
    setPreferredSize(new Dimension(200, 220));
  }

  /**
   * Shows a run. On Swing's thread only.
   *
   * @param rows those of its judgement, made beforehand
   */
  void show(LiveView view, List<VerdictRow> rows) {
    Judgement judgement = view.judgement();
    headline.setText((view.time().over() ? "" : "So far: ") + ConsoleTable.summary(judgement));
    headline.setForeground(VerdictColours.of(judgement.verdict(), getBackground()));
    traffic.setText(view.time().text() + ": " + view.traffic().text());
    progress.setVisible(!view.time().over() && view.time().percent().isPresent());
    view.time().percent().ifPresent(progress::setValue);
    model.show(rows);
    String said = String.join("\n", ConsoleTable.notes(judgement));
    notes.setVisible(!said.isEmpty());
    if (!said.equals(notes.getText())) {
      notes.setText(said);
    }
  }

  /** Shows that there is no run. On Swing's thread only. */
  void clear() {
    headline.setText(NOTHING);
    headline.setForeground(null);
    traffic.setText(" ");
    progress.setVisible(false);
    model.show(List.of());
    notes.setText("");
    notes.setVisible(false);
  }
}
