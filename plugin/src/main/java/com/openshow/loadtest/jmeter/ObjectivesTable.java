package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.apache.jmeter.gui.util.PowerTableModel;
import org.apache.jorphan.gui.GuiUtils;
import org.jspecify.annotations.Nullable;

/** The table in which a person edits objectives. */
final class ObjectivesTable extends JPanel {
  private static final ObjectiveColumn[] COLUMNS = ObjectiveColumn.values();

  private final PowerTableModel model =
      new PowerTableModel(
          Arrays.stream(COLUMNS).map(ObjectiveColumn::title).toArray(String[]::new),
          Arrays.stream(COLUMNS).map(column -> String.class).toArray(Class<?>[]::new));
  private final JTable table = new WideTable(model);

  ObjectivesTable() {
    super(new BorderLayout());
    setBorder(BorderFactory.createTitledBorder("Objectives"));
    // A cell that is being edited would lose its text when the node is left or the plan saved.
    table.putClientProperty("terminateEditOnFocusLost", true);
    table.setTableHeader(new HelpfulHeader(table));
    for (int i = 0; i < COLUMNS.length; i++) {
      TableColumn column = table.getColumnModel().getColumn(i);
      column.setPreferredWidth(COLUMNS[i].width());
      if (!COLUMNS[i].choices().isEmpty()) {
        JComboBox<String> choices = new JComboBox<>(COLUMNS[i].choices().toArray(String[]::new));
        // An expression is as good.
        choices.setEditable(true);
        column.setCellEditor(new DefaultCellEditor(choices));
      }
    }
    // Swing's own wish of 400 pixels would push the verdict below the window.
    table.setPreferredScrollableViewportSize(new Dimension(500, 160));
    add(new JScrollPane(table), BorderLayout.CENTER);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.CENTER));
    buttons.add(button("Add", this::addRow));
    buttons.add(button("Delete", this::deleteSelected));
    add(buttons, BorderLayout.SOUTH);
  }

  /** As wide as the window, or as its columns need; the pointer shows what a cell cuts off. */
  private static final class WideTable extends JTable {
    WideTable(PowerTableModel model) {
      super(model);
      setAutoResizeMode(AUTO_RESIZE_ALL_COLUMNS);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
      return getPreferredSize().width < getParent().getWidth();
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
      int row = rowAtPoint(event.getPoint());
      int column = columnAtPoint(event.getPoint());
      String text = row < 0 || column < 0 ? "" : String.valueOf(getValueAt(row, column));
      return text.isEmpty() ? null : text;
    }
  }

  /** Says what a column is for. */
  private static final class HelpfulHeader extends JTableHeader {
    HelpfulHeader(JTable table) {
      super(table.getColumnModel());
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
      int column = columnAtPoint(event.getPoint());
      return column < 0 ? null : COLUMNS[table.convertColumnIndexToModel(column)].help();
    }
  }

  private static JButton button(String text, Runnable action) {
    JButton button = new JButton(text);
    button.addActionListener(event -> action.run());
    return button;
  }

  private void addRow() {
    GuiUtils.stopTableEditing(table);
    model.addRow(
        Arrays.stream(COLUMNS)
            .map(column -> column == ObjectiveColumn.INDICATOR ? "p95" : column.usual())
            .toArray());
  }

  private void deleteSelected() {
    GuiUtils.cancelEditing(table);
    int[] selected = table.getSelectedRows();
    for (int i = selected.length - 1; i >= 0; i--) {
      model.removeRow(selected[i]);
    }
  }

  void show(List<ObjectiveElement> rows) {
    GuiUtils.cancelEditing(table);
    model.clearData();
    rows.forEach(row -> model.addRow(row.row().toArray()));
  }

  List<ObjectiveElement> rows() {
    GuiUtils.stopTableEditing(table);
    List<ObjectiveElement> rows = new ArrayList<>();
    for (int i = 0; i < model.getRowCount(); i++) {
      Map<ObjectiveColumn, String> cells = new EnumMap<>(ObjectiveColumn.class);
      Object[] row = model.getRowData(i);
      for (int column = 0; column < COLUMNS.length; column++) {
        cells.put(COLUMNS[column], String.valueOf(row[column]));
      }
      rows.add(new ObjectiveElement(cells));
    }
    return rows;
  }
}
