package com.openshow.loadtest.jmeter;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JTable;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;

/** What became of each objective so far; sorted by a click on a header. */
final class VerdictTable extends JTable {
  /** For each column, a text that it should have room for. */
  private static final List<String> ROOM =
      List.of(
          "PASS (borderline) M",
          "S_01_Discovery",
          "GET /api/v1/search",
          "error_rate <= 0.01 %",
          "12345 ms",
          "1234567",
          "123.4 to 1234 ms",
          "62 ms is more than 50 ms, but the true value may be 46 to 66 ms; about 1,000 more");

  private static final int MARGIN = 12;
  private static final int TOOLTIP_PIXELS = 400;

  private final VerdictTableModel model;

  VerdictTable(VerdictTableModel model) {
    super(model);
    this.model = model;
    TableRowSorter<VerdictTableModel> sorter = new TableRowSorter<>(model);
    // A row that changes goes where it now belongs.
    sorter.setSortsOnUpdates(true);
    setRowSorter(sorter);
    setDefaultRenderer(VerdictCell.class, new VerdictCellRenderer());
    setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
    setFillsViewportHeight(true);
    // Swing's own wish would push the rest out of a small window.
    setPreferredScrollableViewportSize(new Dimension(500, 160));
    FontMetrics metrics = getFontMetrics(getFont());
    for (int i = 0; i < ROOM.size(); i++) {
      getColumnModel().getColumn(i).setPreferredWidth(metrics.stringWidth(ROOM.get(i)) + MARGIN);
    }
  }

  /** Where there is room, the last column takes it; where there is not, the table is scrolled. */
  @Override
  public boolean getScrollableTracksViewportWidth() {
    return getParent() == null || getPreferredSize().width < getParent().getWidth();
  }

  /** The whole text of a cell, and the reason. */
  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int row = rowAtPoint(event.getPoint());
    int column = columnAtPoint(event.getPoint());
    if (row < 0 || column < 0) {
      return null;
    }
    List<VerdictCell> cells = model.row(convertRowIndexToModel(row)).cells();
    String reason = escape(cells.get(cells.size() - 1).text());
    int modelColumn = convertColumnIndexToModel(column);
    String own = modelColumn == cells.size() - 1 ? "" : escape(cells.get(modelColumn).text());
    return "<html><div width=" + TOOLTIP_PIXELS + "><b>" + own + "</b> " + reason + "</div></html>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
