package com.openshow.loadtest.jmeter;

import java.util.List;
import javax.swing.table.AbstractTableModel;

/**
 * The rows of the verdict's table, an objective each. Where the objectives are the same as before,
 * a change of their outcomes is no other table: selection, order and scroll position stay.
 */
final class VerdictTableModel extends AbstractTableModel {
  private transient List<VerdictRow> rows = List.of();

  void show(List<VerdictRow> now) {
    List<VerdictRow> before = rows;
    rows = List.copyOf(now);
    if (!objectives(before).equals(objectives(now))) {
      fireTableDataChanged();
      return;
    }
    int first = 0;
    int last = now.size() - 1;
    while (first <= last && now.get(first).equals(before.get(first))) {
      first++;
    }
    while (last >= first && now.get(last).equals(before.get(last))) {
      last--;
    }
    if (first <= last) {
      // One message, so that a sorted table is sorted once.
      fireTableRowsUpdated(first, last);
    }
  }

  private static List<Object> objectives(List<VerdictRow> rows) {
    return rows.stream()
        .map(VerdictRow::judged)
        .map(
            judged ->
                (Object) List.of(judged.name(), judged.kind(), judged.promise(), judged.severity()))
        .toList();
  }

  VerdictRow row(int index) {
    return rows.get(index);
  }

  @Override
  public int getRowCount() {
    return rows == null ? 0 : rows.size();
  }

  @Override
  public int getColumnCount() {
    return VerdictRow.COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return VerdictRow.COLUMNS.get(column);
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return VerdictCell.class;
  }

  @Override
  public Object getValueAt(int row, int column) {
    return rows.get(row).cells().get(column);
  }
}
