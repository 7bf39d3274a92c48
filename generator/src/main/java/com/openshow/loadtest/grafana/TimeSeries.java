package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A panel of lines over time. */
final class TimeSeries {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double HEADROOM = 1.2;

  private final String title;
  private final String unit;
  private final ArrayNode targets = JSON.arrayNode();
  private final ArrayNode overrides = JSON.arrayNode();
  private final List<Threshold> thresholds = new ArrayList<>();
  private String description = "";

  /**
   * A panel without lines.
   *
   * @param unit as Grafana names it, such as {@code reqps}
   */
  TimeSeries(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Says in a sentence what it shows. */
  TimeSeries description(String text) {
    description = text;
    return this;
  }

  /**
   * Adds the lines of a query.
   *
   * @param legend what a line is called; {@code {{label}}} is the value of its label
   */
  TimeSeries query(String legend, String expression) {
    targets.add(
        Query.of(targets.size(), expression).put("legendFormat", legend).put("range", true));
    return this;
  }

  /** Adds the lines of a query, dashed; no other line's name may end like theirs. */
  TimeSeries dashed(String legend, String expression) {
    String ending = legend.substring(legend.lastIndexOf('}') + 1);
    ObjectNode override = overrides.addObject();
    override.putObject("matcher").put("id", "byRegexp").put("options", "/" + ending + "$/");
    ObjectNode property = override.putArray("properties").addObject();
    property.put("id", "custom.lineStyle");
    property.putObject("value").put("fill", "dash").putArray("dash").add(6).add(6);
    return query(legend, expression);
  }

  /** Draws lines at these values. */
  TimeSeries thresholds(List<Threshold> lines) {
    thresholds.addAll(lines);
    return this;
  }

  ObjectNode json() {
    ObjectNode panel = JSON.objectNode().put("type", "timeseries").put("title", title);
    if (!description.isEmpty()) {
      panel.put("description", description);
    }
    panel.set("datasource", Datasource.reference());
    ObjectNode fields = panel.putObject("fieldConfig");
    ObjectNode defaults = fields.putObject("defaults");
    defaults.put("unit", unit).put("min", 0);
    ObjectNode custom = defaults.putObject("custom");
    custom.put("lineWidth", 1).put("fillOpacity", 0).put("showPoints", "never");
    // Steps are in ascending order, and the first is what lies below all of them.
    List<Threshold> ascending =
        thresholds.stream()
            .sorted(Comparator.comparingDouble(Threshold::value))
            .distinct()
            .toList();
    if (!ascending.isEmpty()) {
      custom.put("axisSoftMax", HEADROOM * ascending.get(ascending.size() - 1).value());
      custom.putObject("thresholdsStyle").put("mode", "dashed");
    }
    ArrayNode steps = defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
    steps.addObject().put("color", "transparent").putNull("value");
    ascending.forEach(
        line -> steps.addObject().put("color", line.colour()).put("value", line.value()));
    fields.set("overrides", overrides);
    ObjectNode options = panel.putObject("options");
    options
        .putObject("legend")
        .put("displayMode", "list")
        .put("placement", "bottom")
        .put("showLegend", true)
        .putArray("calcs");
    options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
    panel.set("targets", targets);
    return panel;
  }
}
