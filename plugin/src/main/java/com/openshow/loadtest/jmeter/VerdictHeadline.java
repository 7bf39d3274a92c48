package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.LiveView;
import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** The whole verdict as it stands, and how far the run has come. On Swing's thread only. */
final class VerdictHeadline extends JPanel {
  private static final String NOTHING = "Nothing has been measured yet.";

  private final JLabel verdict = new JLabel(NOTHING);
  private final JLabel traffic = new JLabel(" ");
  private final JProgressBar progress = new JProgressBar();

  VerdictHeadline() {
    super(new BorderLayout(8, 2));
    progress.setStringPainted(true);
    progress.setVisible(false);
    add(verdict, BorderLayout.CENTER);
    add(progress, BorderLayout.EAST);
    add(traffic, BorderLayout.SOUTH);
  }

  void show(LiveView view) {
    // Each time: another look and feel takes it back.
    verdict.setFont(traffic.getFont().deriveFont(Font.BOLD));
    verdict.setText(
        (view.time().over() ? "Verdict: " : "So far: ") + ConsoleTable.summary(view.judgement()));
    verdict.setForeground(VerdictColours.of(view.judgement().verdict(), getBackground()));
    traffic.setText(view.time().text() + ": " + view.traffic().text());
    progress.setVisible(!view.time().over() && view.time().percent().isPresent());
    view.time().percent().ifPresent(progress::setValue);
  }

  void clear() {
    verdict.setText(NOTHING);
    verdict.setForeground(null);
    traffic.setText(" ");
    progress.setVisible(false);
  }
}
