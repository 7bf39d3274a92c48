package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts panels side by side, and below each other where a line is full. */
final class Grid {
  /** How many columns Grafana has. */
  static final int WIDTH = 24;

  private final ArrayNode panels = JsonNodeFactory.instance.arrayNode();
  private int x;
  private int y;
  private int lineHeight;

  /** Begins a section. */
  void row(String title) {
    newLine();
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("type", "row").put("title", title).put("collapsed", false);
    row.putArray("panels");
    put(row, WIDTH, 1);
  }

  /**
   * Adds a panel.
   *
   * @param width 1 to {@link #WIDTH}
   * @param height at least 1
   */
  void add(ObjectNode panel, int width, int height) {
    if (x + width > WIDTH) {
      newLine();
    }
    put(panel, width, height);
  }

  private void put(ObjectNode panel, int width, int height) {
    panel.put("id", panels.size() + 1);
    panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
    panels.add(panel);
    x += width;
    lineHeight = Math.max(lineHeight, height);
  }

  private void newLine() {
    y += lineHeight;
    x = 0;
    lineHeight = 0;
  }

  ArrayNode panels() {
    return panels;
  }
}
