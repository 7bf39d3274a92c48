package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openshow.loadtest.expose.MetricNames;
import com.openshow.loadtest.json.PrettyJson;
import com.openshow.loadtest.scenario.LoadTest;

/** {@code loadtest.json}: a dashboard of a test that runs, in Grafana's classic JSON model. */
public final class GrafanaDashboard {
  /** The name of the file. */
  public static final String FILE_NAME = "loadtest.json";

  /** Of Grafana 12.0; newer ones bring it up to date when they load it. */
  private static final int SCHEMA_VERSION = 41;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private GrafanaDashboard() {}

  /**
   * The text of the file. The same input gives the same text.
   *
   * @param fileName the name of the scenario file
   * @param sha256 its hash, so that a reader can tell which version this is
   */
  public static String of(LoadTest test, String fileName, String sha256) {
    Grid grid = new Grid();
    VerdictPanels.add(grid);
    BackendPanels.add(grid, test.backend());
    test.scenarios().forEach(scenario -> ScenarioPanels.add(grid, test, scenario));
    ObjectNode dashboard = JSON.objectNode();
    dashboard.put("title", "Load test: " + test.projectName());
    dashboard.put(
        "description",
        "Generated from "
            + fileName
            + ", SHA-256 "
            + sha256
            + ", by: loadtest generate --format grafana. Change the file, not this.");
    dashboard.put("uid", uid(test.projectName()));
    dashboard.putNull("id");
    dashboard.put("schemaVersion", SCHEMA_VERSION).put("version", 1).put("editable", true);
    dashboard.put("graphTooltip", 1).put("refresh", "5s").put("timezone", "browser");
    dashboard.putArray("tags").add("loadtest");
    dashboard.putObject("time").put("from", "now-15m").put("to", "now");
    dashboard.putObject("annotations").putArray("list");
    dashboard.putArray("links");
    dashboard.putObject("templating").set("list", variables());
    dashboard.set("panels", grid.panels());
    return PrettyJson.of(dashboard);
  }

  /** The same for every version of a project's dashboard, and another for another project. */
  private static String uid(String projectName) {
    return String.format("loadtest-%08x", projectName.hashCode());
  }

  private static ArrayNode variables() {
    ArrayNode variables = JSON.arrayNode();
    variables
        .addObject()
        .put("name", Datasource.VARIABLE)
        .put("label", "Prometheus")
        .put("type", "datasource")
        .put("query", "prometheus")
        .put("refresh", 1);
    ObjectNode injector =
        variables.addObject().put("name", "instance").put("label", "Injector").put("type", "query");
    injector.set("datasource", Datasource.reference());
    String query = "label_values(" + MetricNames.RUN_INFO + ", instance)";
    injector.putObject("query").put("qryType", 1).put("query", query).put("refId", "instance");
    injector.put("refresh", 2).put("multi", true).put("includeAll", true).put("allValue", ".*");
    ObjectNode current = injector.putObject("current").put("selected", true);
    current.putArray("text").add("All");
    current.putArray("value").add("$__all");
    return variables;
  }
}
