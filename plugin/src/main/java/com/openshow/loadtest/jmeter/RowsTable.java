package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import org.apache.jmeter.gui.util.PowerTableModel;
import org.apache.jorphan.gui.GuiUtils;
import org.jspecify.annotations.Nullable;

/**
 * A table in which a person edits rows of texts.
 *
 * @param <E> what a row is in a plan
 */
final class RowsTable<E extends RowElement> extends JPanel {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{__P\\(([^,()]+),(.*)\\)\\}");
  private static final Pattern INNERMOST =
      Pattern.compile("\\$\\{__P\\([^,(){}]+,([^(){}]*)\\)\\}");

  private final transient Column[] columns;
  private final transient Function<Map<Column, String>, E> maker;
  private final PowerTableModel model;
  private final JTable table;

  /**
   * A table without rows.
   *
   * @param title stands above it
   * @param lines how many rows it shows at least, so that a panel keeps to its window
   * @param maker makes an element of the cells of a row
   */
  RowsTable(String title, int lines, Column[] columns, Function<Map<Column, String>, E> maker) {
    super(new BorderLayout());
    this.columns = columns.clone();
    this.maker = maker;
    this.model =
        new PowerTableModel(
            Arrays.stream(columns).map(Column::title).toArray(String[]::new),
            Arrays.stream(columns).map(column -> String.class).toArray(Class<?>[]::new));
    this.table = new WideTable(model);
    setBorder(BorderFactory.createTitledBorder(title));
    // A cell that is being edited would lose its text when the node is left or the plan saved.
    table.putClientProperty("terminateEditOnFocusLost", true);
    table.setTableHeader(new HelpfulHeader(table, this.columns));
    for (int i = 0; i < columns.length; i++) {
      TableColumn column = table.getColumnModel().getColumn(i);
      column.setPreferredWidth(columns[i].width());
      if (!columns[i].choices().isEmpty()) {
        JComboBox<String> choices = new JComboBox<>(columns[i].choices().toArray(String[]::new));
        // An expression is as good.
        choices.setEditable(true);
        column.setCellEditor(new DefaultCellEditor(choices));
      }
    }
    // Swing's own wish of 400 pixels would push what follows below the window.
    table.setPreferredScrollableViewportSize(new Dimension(500, lines * table.getRowHeight()));
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
      setDefaultRenderer(String.class, new DefaultFirst());
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

  /** A cell that is edited is the expression; one that is read begins with what holds. */
  private static final class DefaultFirst extends DefaultTableCellRenderer {
    @Override
    protected void setValue(Object value) {
      setText(defaultFirst(String.valueOf(value)));
    }
  }

  /** What a property is if nobody sets it, before its name: {@code "50 (-Jslo_p95_ms)"}. */
  static String defaultFirst(String cell) {
    Matcher property = PROPERTY.matcher(cell);
    return property.matches()
        ? defaults(property.group(2)) + " (-J" + property.group(1) + ")"
        : cell;
  }

  /** With the defaults of all properties in it, the innermost first. */
  private static String defaults(String text) {
    String before = text;
    String after = INNERMOST.matcher(before).replaceAll("$1");
    while (!after.equals(before)) {
      before = after;
      after = INNERMOST.matcher(before).replaceAll("$1");
    }
    return after;
  }

  /** Says what a column is for. */
  private static final class HelpfulHeader extends JTableHeader {
    private final transient Column[] columns;

    HelpfulHeader(JTable table, Column[] columns) {
      super(table.getColumnModel());
      this.columns = columns;
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
      int column = columnAtPoint(event.getPoint());
      return column < 0 ? null : columns[table.convertColumnIndexToModel(column)].help();
    }
  }

  private static JButton button(String text, Runnable action) {
    JButton button = new JButton(text);
    button.addActionListener(event -> action.run());
    return button;
  }

  private void addRow() {
    GuiUtils.stopTableEditing(table);
    model.addRow(Arrays.stream(columns).map(Column::fresh).toArray());
  }

  private void deleteSelected() {
    GuiUtils.cancelEditing(table);
    int[] selected = table.getSelectedRows();
    for (int i = selected.length - 1; i >= 0; i--) {
      model.removeRow(selected[i]);
    }
  }

  void show(List<E> rows) {
    GuiUtils.cancelEditing(table);
    model.clearData();
    rows.forEach(row -> model.addRow(row.row(columns).toArray()));
  }

  List<E> rows() {
    GuiUtils.stopTableEditing(table);
    List<E> rows = new ArrayList<>();
    for (int i = 0; i < model.getRowCount(); i++) {
      Map<Column, String> cells = new LinkedHashMap<>();
      Object[] row = model.getRowData(i);
      for (int column = 0; column < columns.length; column++) {
        cells.put(columns[column], String.valueOf(row[column]));
      }
      rows.add(maker.apply(cells));
    }
    return rows;
  }
}
