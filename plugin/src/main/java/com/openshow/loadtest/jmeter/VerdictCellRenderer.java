package com.openshow.loadtest.jmeter;

import java.awt.Component;
import java.awt.Font;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/** Paints the verdict in its colour, and numbers at the right. */
final class VerdictCellRenderer extends DefaultTableCellRenderer {
  private static final int VERDICT = 0;
  private static final int OBSERVED = 4;
  private static final int SAMPLES = 5;

  VerdictCellRenderer() {
    // A label is text, even if it begins with <html>.
    putClientProperty("html.disable", true);
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table,
      @Nullable Object value,
      boolean selected,
      boolean focused,
      int row,
      int column) {
    // What was set for the cell before would stay.
    setForeground(null);
    super.getTableCellRendererComponent(table, value, selected, focused, row, column);
    int modelColumn = table.convertColumnIndexToModel(column);
    setHorizontalAlignment(
        modelColumn == OBSERVED || modelColumn == SAMPLES
            ? SwingConstants.TRAILING
            : SwingConstants.LEADING);
    if (modelColumn == VERDICT) {
      setFont(getFont().deriveFont(Font.BOLD));
      if (!selected) {
        VerdictTableModel model = (VerdictTableModel) table.getModel();
        // The table's background: its own may still be that of a selected row.
        setForeground(
            VerdictColours.of(
                model.row(table.convertRowIndexToModel(row)).judged(), table.getBackground()));
      }
    }
    return this;
  }
}
