package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Panels of one look. */
final class Form {
  private Form() {}

  /** A line with a label, the field it belongs to, and a hint behind it. */
  static JPanel line(String label, JComponent field, JComponent hint) {
    JPanel line = new JPanel(new BorderLayout(8, 0));
    line.setBorder(BorderFactory.createEmptyBorder(6, 0, 6, 0));
    JLabel caption = new JLabel(label);
    caption.setLabelFor(field);
    line.add(caption, BorderLayout.WEST);
    line.add(field, BorderLayout.CENTER);
    line.add(hint, BorderLayout.EAST);
    return line;
  }
}
