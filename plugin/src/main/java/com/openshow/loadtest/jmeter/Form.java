package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Panels of one look. */
final class Form {
  /** So wide that the fields of a form begin below each other, for all but the longest labels. */
  private static final int CAPTION_WIDTH = 130;

  private Form() {}

  /** A line with a label, the field it belongs to, and a hint behind it. */
  static JPanel line(String label, JComponent field, JComponent hint) {
    JPanel line = new JPanel(new BorderLayout(8, 0));
    line.setBorder(BorderFactory.createEmptyBorder(6, 0, 6, 0));
    JLabel caption = new JLabel(label);
    caption.setLabelFor(field);
    Dimension size = caption.getPreferredSize();
    caption.setPreferredSize(new Dimension(Math.max(CAPTION_WIDTH, size.width), size.height));
    line.add(caption, BorderLayout.WEST);
    line.add(field, BorderLayout.CENTER);
    line.add(hint, BorderLayout.EAST);
    return line;
  }
}
