package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A panel of states over time, a line for each series. */
final class StateTimeline {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StateTimeline() {}

  /**
   * A panel.
   *
   * @param mappings words for the numbers; see {@link #mapping}
   * @param legend what a line is called; {@code {{label}}} is the value of its label
   */
  static ObjectNode panel(
      String title, String description, ArrayNode mappings, String expression, String legend) {
    ObjectNode panel = JSON.objectNode().put("type", "state-timeline").put("title", title);
    panel.put("description", description).set("datasource", Datasource.reference());
    ObjectNode fields = panel.putObject("fieldConfig");
    ObjectNode defaults = fields.putObject("defaults");
    fields.putArray("overrides");
    defaults.set("mappings", mappings);
    defaults.putObject("custom").put("fillOpacity", 70).put("lineWidth", 0);
    ObjectNode options = panel.putObject("options");
    options.put("mergeValues", true).put("showValue", "never").put("rowHeight", 0.8);
    options
        .putObject("legend")
        .put("displayMode", "list")
        .put("placement", "bottom")
        .put("showLegend", false)
        .putArray("calcs");
    options.putObject("tooltip").put("mode", "single").put("sort", "none");
    panel
        .putArray("targets")
        .add(Query.of(0, expression).put("legendFormat", legend).put("range", true));
    return panel;
  }

  /** Mappings without an entry. */
  static ArrayNode mappings() {
    ArrayNode mappings = JSON.arrayNode();
    mappings.addObject().put("type", "value").putObject("options");
    return mappings;
  }

  /**
   * Adds the word for a number.
   *
   * @param colour Grafana's name of its colour
   */
  static void mapping(ArrayNode mappings, long number, String word, String colour) {
    ObjectNode options = (ObjectNode) mappings.get(0).get("options");
    options
        .putObject(Long.toString(number))
        .put("text", word)
        .put("color", colour)
        .put("index", options.size() - 1);
  }
}
