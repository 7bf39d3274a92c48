package com.openshow.loadtest.jmeter;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.apache.jmeter.gui.util.PowerTableModel;
import org.apache.jorphan.gui.GuiUtils;

/** The table in which a person edits objectives. */
final class ObjectivesTable extends JPanel {
  private final PowerTableModel model =
      new PowerTableModel(
          ObjectiveElement.COLUMNS.toArray(String[]::new),
          ObjectiveElement.COLUMNS.stream().map(column -> String.class).toArray(Class<?>[]::new));
  private final JTable table = new JTable(model);

  ObjectivesTable() {
    super(new BorderLayout());
    setBorder(BorderFactory.createTitledBorder("Objectives"));
    table.setToolTipText(
        "Scenario: a thread group's name; empty: all. Request: a label; empty: all."
            + " Indicator: p95, p99.9, error_rate. At most: ms, or % for error_rate.");
    // A cell that is being edited would lose its text when the node is left or the plan saved.
    table.putClientProperty("terminateEditOnFocusLost", true);
    table.getColumnModel().getColumn(2).setMaxWidth(120);
    // Swing's own wish of 400 pixels would push the verdict below the window.
    table.setPreferredScrollableViewportSize(new Dimension(500, 160));
    add(new JScrollPane(table), BorderLayout.CENTER);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.CENTER));
    buttons.add(button("Add", this::addRow));
    buttons.add(button("Delete", this::deleteSelected));
    add(buttons, BorderLayout.SOUTH);
  }

  private static JButton button(String text, Runnable action) {
    JButton button = new JButton(text);
    button.addActionListener(event -> action.run());
    return button;
  }

  private void addRow() {
    GuiUtils.stopTableEditing(table);
    model.addRow(new Object[] {"", "", "p95", ""});
  }

  private void deleteSelected() {
    GuiUtils.cancelEditing(table);
    int[] selected = table.getSelectedRows();
    for (int i = selected.length - 1; i >= 0; i--) {
      model.removeRow(selected[i]);
    }
  }

  void show(List<List<String>> rows) {
    GuiUtils.cancelEditing(table);
    model.clearData();
    rows.forEach(row -> model.addRow(row.toArray()));
  }

  List<List<String>> rows() {
    GuiUtils.stopTableEditing(table);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < model.getRowCount(); i++) {
      rows.add(Arrays.stream(model.getRowData(i)).map(String::valueOf).toList());
    }
    return rows;
  }
}
