package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openshow.loadtest.expose.MetricNames;
import java.util.List;

/** How the verdict stands, and each objective: the rows of verdict.json. */
final class VerdictPanels {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int HEIGHT = 9;
  private static final int STAT_WIDTH = 4;
  private static final String ROW = "scenario, label, objective, unit";

  private VerdictPanels() {}

  static void add(Grid grid) {
    grid.row("Verdict so far");
    grid.add(verdict(), STAT_WIDTH, HEIGHT);
    grid.add(objectives(), Grid.WIDTH - STAT_WIDTH, HEIGHT);
    grid.add(history(), Grid.WIDTH, HEIGHT);
  }

  private static ObjectNode verdict() {
    ObjectNode panel =
        panel("stat", "Verdict", "Of each injector; the last word once the run has ended.");
    ObjectNode defaults = defaults(panel);
    defaults.put("noValue", "no run");
    defaults.set("mappings", mappings());
    ObjectNode options = panel.putObject("options");
    options.put("colorMode", "background").put("graphMode", "none").put("justifyMode", "center");
    options.put("orientation", "auto").put("textMode", "value").put("wideLayout", true);
    options.put("percentChangeColorMode", "standard").put("showPercentChange", false);
    options.putObject("reduceOptions").put("values", false).putArray("calcs").add("lastNotNull");
    instant(
        panel.putArray("targets"),
        "time_series",
        "max by (instance) (" + Promql.last(MetricNames.VERDICT) + ")");
    return panel;
  }

  private static ObjectNode objectives() {
    ObjectNode panel = panel("table", "Objectives", "In the units of verdict.json.");
    defaults(panel);
    ObjectNode override = ((ArrayNode) panel.at("/fieldConfig/overrides")).addObject();
    override.putObject("matcher").put("id", "byName").put("options", "Verdict");
    ArrayNode properties = override.putArray("properties");
    properties.addObject().put("id", "mappings").set("value", mappings());
    properties
        .addObject()
        .put("id", "custom.cellOptions")
        .putObject("value")
        .put("type", "color-background");
    panel.putObject("options").put("showHeader", true).put("frameIndex", 0);
    ArrayNode targets = panel.putArray("targets");
    for (String metric :
        List.of(MetricNames.OBSERVED, MetricNames.TARGET, MetricNames.OBJECTIVE_VERDICT)) {
      instant(targets, "table", "max by (" + ROW + ") (" + Promql.last(metric) + ")");
    }
    ArrayNode transformations = panel.putArray("transformations");
    transformations.addObject().put("id", "merge").putObject("options");
    ObjectNode columns = transformations.addObject().put("id", "organize").putObject("options");
    columns.putObject("excludeByName").put("Time", true);
    ObjectNode order = columns.putObject("indexByName");
    ObjectNode names = columns.putObject("renameByName");
    int position = 0;
    for (List<String> column :
        List.of(
            List.of("Value #C", "Verdict"),
            List.of("scenario", "Scenario"),
            List.of("label", "Request"),
            List.of("objective", "Objective"),
            List.of("Value #A", "Observed"),
            List.of("Value #B", "Target"),
            List.of("unit", "Unit"))) {
      order.put(column.get(0), position++);
      names.put(column.get(0), column.get(1));
    }
    return panel;
  }

  private static ObjectNode history() {
    return StateTimeline.panel(
        "Objectives over time",
        "What the verdict was at each moment.",
        mappings(),
        "max by (" + ROW + ") (" + Promql.series(MetricNames.OBJECTIVE_VERDICT) + ")",
        "{{scenario}} {{label}}: {{objective}}");
  }

  private static ObjectNode panel(String type, String title, String description) {
    ObjectNode panel =
        JSON.objectNode().put("type", type).put("title", title).put("description", description);
    panel.set("datasource", Datasource.reference());
    return panel;
  }

  private static ObjectNode defaults(ObjectNode panel) {
    ObjectNode fields = panel.putObject("fieldConfig");
    ObjectNode defaults = fields.putObject("defaults");
    fields.putArray("overrides");
    return defaults;
  }

  private static void instant(ArrayNode targets, String format, String expression) {
    targets.add(Query.of(targets.size(), expression).put("instant", true).put("format", format));
  }

  /** The words for the numbers of the metrics. */
  private static ArrayNode mappings() {
    ArrayNode mappings = StateTimeline.mappings();
    StateTimeline.mapping(mappings, 0, "PASS", "green");
    StateTimeline.mapping(mappings, 1, "FAIL", "red");
    StateTimeline.mapping(mappings, 2, "INCONCLUSIVE", "yellow");
    return mappings;
  }
}
