package com.openshow.loadtest.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GrafanaDashboardTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

  private static final String TEST =
      """
      {"project_name": "P", "test_tool": "t", "staging_url": "http://h", "global_vus": 1,
       "global_duration": "1m", "slo": {"slo_min_rps": 3}, "objectives": [%s],
       "scenarios": [%s]}
      """;

  private static JsonNode fixture(String name) throws Exception {
    ScenarioFixture file = ScenarioFixture.of(name);
    return JSON.readTree(
        GrafanaDashboard.of(file.loadTest(), file.source().fileName(), file.source().sha256()));
  }

  private static JsonNode dashboard(String objectives, String scenarios) throws Exception {
    byte[] content = TEST.formatted(objectives, scenarios).getBytes(UTF_8);
    return JSON.readTree(
        GrafanaDashboard.of(ScenarioReader.read("s.json", content).loadTest(), "s.json", "hash"));
  }

  private static String mix(String rest, String... endpoints) {
    return """
        {"name": "S", "type": "Load/Soak", "target_vus": 7, %s "endpoints": [%s]}
        """
        .formatted(rest, String.join(", ", endpoints));
  }

  private static String endpoint(String path, String rest) {
    return """
        {"path": "%s", "method": "GET", "weight": 1%s}
        """
        .formatted(path, rest);
  }

  private static JsonNode panel(JsonNode dashboard, String title) {
    for (JsonNode panel : dashboard.path("panels")) {
      if (panel.path("title").asText().equals(title)) {
        return panel;
      }
    }
    throw new AssertionError("no panel " + title + " in " + titles(dashboard));
  }

  private static List<String> titles(JsonNode dashboard) {
    List<String> titles = new ArrayList<>();
    dashboard.path("panels").forEach(panel -> titles.add(panel.path("title").asText()));
    return titles;
  }

  /** Where lines are drawn, each with its colour. */
  private static List<String> lines(JsonNode panel) {
    List<String> lines = new ArrayList<>();
    JsonNode defaults = panel.at("/fieldConfig/defaults");
    assertThat(defaults.at("/thresholds/steps/0/value").isNull()).isTrue();
    for (JsonNode step : defaults.at("/thresholds/steps")) {
      if (!step.path("value").isNull()) {
        lines.add(step.path("color").asText() + " " + step.path("value").asText());
      }
    }
    assertThat(defaults.at("/custom/thresholdsStyle/mode").asText())
        .isEqualTo(lines.isEmpty() ? "" : "dashed");
    return lines;
  }

  private static List<String> queries(JsonNode dashboard) {
    return dashboard.findValuesAsText("expr");
  }

  @ParameterizedTest
  @ValueSource(strings = {ScenarioFixture.SEED, ScenarioFixture.EVERY_KEY})
  void panelsHaveNumbersOfTheirOwnAndRoom(String name) throws Exception {
    Set<Integer> ids = new HashSet<>();
    Set<String> cells = new HashSet<>();
    for (JsonNode panel : fixture(name).path("panels")) {
      assertThat(ids.add(panel.path("id").asInt())).isTrue();
      JsonNode place = panel.path("gridPos");
      assertThat(place.path("w").asInt()).isBetween(1, 24);
      assertThat(place.path("h").asInt()).isPositive();
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = 0; x < place.path("w").asInt(); x++) {
        for (int y = 0; y < place.path("h").asInt(); y++) {
          String cell = (place.path("x").asInt() + x) + " " + (place.path("y").asInt() + y);
          assertThat(cells.add(cell)).as("%s at %s", panel.path("title"), cell).isTrue();
        }
      }
    }
    assertThat(ids).hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {ScenarioFixture.SEED, ScenarioFixture.EVERY_KEY})
  void everyQueryAsksThePrometheusThatIsChosen(String name) throws Exception {
    JsonNode dashboard = fixture(name);
    for (JsonNode panel : dashboard.path("panels")) {
      boolean isRow = panel.path("type").asText().equals("row");
      assertThat(panel.path("targets").size() > 0).isNotEqualTo(isRow);
      Set<String> refIds = new HashSet<>();
      for (JsonNode target : panel.path("targets")) {
        assertThat(refIds.add(target.path("refId").asText())).isTrue();
        assertThat(target.path("datasource")).isEqualTo(panel.path("datasource"));
        assertThat(target.at("/datasource/uid").asText()).isEqualTo("${DS_PROMETHEUS}");
      }
    }
    assertThat(dashboard.at("/templating/list/0/name").asText()).isEqualTo("DS_PROMETHEUS");
    assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
  }

  @Test
  void theSameFileGivesTheSameBytesAndAnotherProjectAnotherPage() throws Exception {
    assertThat(fixture(ScenarioFixture.SEED)).isEqualTo(fixture(ScenarioFixture.SEED));
    assertThat(fixture(ScenarioFixture.SEED).path("uid"))
        .isNotEqualTo(dashboard("", mix("", endpoint("/a", ""))).path("uid"));
  }

  @Test
  void everyTargetOfTheSeedIsALine() throws Exception {
    JsonNode dashboard = fixture(ScenarioFixture.SEED);
    assertThat(lines(panel(dashboard, "GET /api/v1/creators"))).containsExactly("red 0.05");
    assertThat(lines(panel(dashboard, "GET /api/v1/search/suggestions")))
        .containsExactly("red 0.03");
    assertThat(lines(panel(dashboard, "Failed requests"))).containsExactly("red 0.01");
    assertThat(lines(panel(dashboard, "Active virtual users"))).containsExactly("blue 150.0");
  }

  @Test
  void theDeclaredRateIsALineUnlessItRises() throws Exception {
    String get = endpoint("/a", "");
    assertThat(lines(panel(dashboard("", mix("\"target_rps\": 20,", get)), "Requests per second")))
        .containsExactly("red 3.0", "blue 20.0");
    JsonNode rising =
        dashboard(
            "",
            mix("\"target_rps\": 20, \"stages\": [{\"duration\": \"9s\", \"target\": 20}],", get));
    assertThat(lines(panel(rising, "Requests per second"))).containsExactly("red 3.0");
    assertThat(queries(panel(rising, "Requests per second")))
        .contains(
            "sum(rate(loadtest_schedule_due_total{scenario=\"S\",instance=~\"$instance\"}[$__rate_interval]))");
  }

  @Test
  void whatHasNoScheduleHasNoLag() throws Exception {
    JsonNode dashboard = dashboard("", mix("", endpoint("/a", "")));
    assertThat(titles(dashboard))
        .contains("S: Load/Soak, 7 virtual users", "Requests per second")
        .doesNotContain("Schedule lag");
  }

  @Test
  void everyPercentileThatIsPromisedIsShownWithItsTarget() throws Exception {
    JsonNode panel =
        panel(
            dashboard(
                """
                {"indicator": "avg", "target": 40, "scenario": "S", "request": "GET /a"},
                {"indicator": "p99.9", "target": 800, "failed_counted": false, "scenario": "S",
                 "request": "GET /a"},
                {"indicator": "max", "latency": "connect", "target": 7, "scenario": "S",
                 "request": "GET /a"},
                {"indicator": "p95", "target": "baseline + 10 %", "scenario": "S",
                 "request": "GET /a"}
                """,
                mix("", endpoint("/a", ", \"slo_p50_ms\": 20"))),
            "GET /a");
    assertThat(panel.path("description").asText())
        .isEqualTo(
            "p50 <= 20 ms; avg <= 40 ms; p99.9(successful) <= 800 ms; max(connect) <= 7 ms;"
                + " p95 <= baseline + 10 %");
    assertThat(lines(panel)).containsExactly("red 0.007", "red 0.02", "red 0.04", "red 0.8");
    assertThat(panel.findValuesAsText("legendFormat"))
        .containsExactly("p50", "avg", "p99.9(successful)", "p95", "{{objective}}, so far");
    assertThat(queries(panel).get(2))
        .contains("histogram_quantile(0.999, sum(rate(", "outcome=\"success\"");
  }

  @Test
  void aRequestOfWhichNothingIsPromisedShowsItsP95() throws Exception {
    JsonNode panel = panel(dashboard("", mix("", endpoint("/a", ""))), "GET /a");
    assertThat(panel.findValuesAsText("legendFormat")).containsExactly("p95");
    assertThat(lines(panel)).isEmpty();
    assertThat(queries(panel))
        .containsExactly(
            "histogram_quantile(0.95, sum(rate(loadtest_request_duration_seconds{scenario=\"S\",label=\"GET"
                + " /a\",instance=~\"$instance\"}[$__rate_interval]))) or histogram_quantile(0.95, sum by (le)"
                + " (rate(loadtest_request_duration_seconds_bucket{scenario=\"S\",label=\"GET"
                + " /a\",instance=~\"$instance\"}[$__rate_interval])))");
  }

  @Test
  void manyRequestsHaveElevenPanelsAndOneForAll() throws Exception {
    String[] endpoints =
        IntStream.range(0, 300).mapToObj(i -> endpoint("/" + i, "")).toArray(String[]::new);
    List<String> titles = titles(dashboard("", mix("", endpoints)));
    assertThat(titles).contains("GET /10", "p95 of every request").doesNotContain("GET /11");
    assertThat(titles(dashboard("", mix("", Arrays.copyOf(endpoints, 12)))))
        .contains("GET /11")
        .doesNotContain("p95 of every request");
  }

  /** What is promised of a backend. */
  private static JsonNode backend(String objectives) throws Exception {
    String backend =
        """
        {"backend": {"prometheus": "http://h", "objectives": [%s]}, "project_name\""""
            .formatted(objectives);
    byte[] content =
        TEST.formatted("", mix("", endpoint("/a", "")))
            .replace("{\"project_name\"", backend)
            .getBytes(UTF_8);
    return JSON.readTree(
        GrafanaDashboard.of(ScenarioReader.read("s.json", content).loadTest(), "s.json", "hash"));
  }

  @Test
  void whatIsPromisedOfTheBackendIsAPanelForEachQueryWithItsTargets() throws Exception {
    JsonNode dashboard =
        backend(
            """
            {"name": "Database CPU", "preset": "node.cpu", "over": "30s", "target": 70},
            {"name": "Peak", "preset": "node.cpu", "over": "30s", "reduce": "max", "target": 95},
            {"name": "API CPU", "query": "cpu", "by": [], "target": 80, "unit": "%"},
            {"name": "Timeouts", "query": "t_total", "reduce": "rate", "target": 0, "unit": "/s"},
            {"name": "Cores", "query": "c", "target": 3, "unit": "cores"}
            """);

    assertThat(titles(dashboard))
        .containsSubsequence(
            "Verdict so far", "Backend", "Database CPU, Peak", "API CPU", "Timeouts", "Cores");
    JsonNode cpu = panel(dashboard, "Database CPU, Peak");
    assertThat(lines(cpu)).containsExactly("red 70.0", "red 95.0");
    assertThat(cpu.at("/fieldConfig/defaults/unit").asText()).isEqualTo("percent");
    assertThat(cpu.path("description").asText())
        .isEqualTo("avg <= 70 %, asked of prometheus; max <= 95 %, asked of prometheus");
    assertThat(queries(cpu)).singleElement().asString().contains("node_cpu_seconds_total");
    assertThat(queries(panel(dashboard, "API CPU"))).containsExactly("avg by () (cpu)");
    assertThat(queries(panel(dashboard, "Timeouts")))
        .containsExactly("rate((t_total)[$__rate_interval:1s])");
    assertThat(lines(panel(dashboard, "Timeouts"))).containsExactly("red 0.0");
    assertThat(panel(dashboard, "Cores").at("/fieldConfig/defaults/unit").asText())
        .isEqualTo("suffix: cores");
    assertPrometheusReads(dashboard);
  }

  @Test
  void statesOfTheBackendAreTimesInThem() throws Exception {
    String states = "\"states\": [\"closed\", \"open\"]";
    JsonNode dashboard =
        backend(
            """
            {"name": "Breaker", "preset": "resilience4j.circuit_breaker", %1$s},
            {"name": "Door", "query": "door", "state_values": {"closed": 0, "open": 7}, %1$s}
            """
                .formatted(states));

    JsonNode breaker = panel(dashboard, "Breaker");
    assertThat(breaker.path("type").asText()).isEqualTo("state-timeline");
    assertThat(queries(breaker)).containsExactly("resilience4j_circuitbreaker_state == 1");
    JsonNode door = panel(dashboard, "Door");
    assertThat(queries(door)).containsExactly("door");
    assertThat(door.at("/fieldConfig/defaults/mappings/0/options").findValuesAsText("text"))
        .containsExactly("closed", "open");
    assertPrometheusReads(dashboard);
  }

  @Test
  void namesAreTextsForPromqlAndForGrafana() throws Exception {
    JsonNode dashboard =
        dashboard("", mix("", endpoint("/a", ", \"name\": \"a \\\"b\\\" \\\\ $c [[d]] é\"")));
    assertThat(queries(dashboard))
        .anyMatch(query -> query.contains("label=\"a \\\"b\\\" \\\\ \\x24c \\x5b\\x5bd]] é\""));
    assertPrometheusReads(dashboard);
  }

  @ParameterizedTest
  @ValueSource(strings = {ScenarioFixture.SEED, ScenarioFixture.EVERY_KEY})
  void prometheusReadsEveryQuery(String name) throws Exception {
    assertPrometheusReads(fixture(name));
  }

  @TempDir private Path folder;

  /** As rules, of which promtool reads the expressions without a server. */
  private void assertPrometheusReads(JsonNode dashboard) throws Exception {
    assumeThat(PROMTOOL).as("promtool, of the package prometheus, is not installed").exists();
    ObjectNode file = JSON.createObjectNode();
    ObjectNode group = file.putArray("groups").addObject();
    ArrayNode rules = group.put("name", "dashboard").putArray("rules");
    for (String query : queries(dashboard)) {
      rules
          .addObject()
          .put("record", "query:number" + rules.size())
          .put(
              "expr",
              query
                  .replace("$__rate_interval", "4s")
                  .replace("$__range", "15m")
                  .replace("$instance", ".*"));
    }
    // JSON is YAML.
    Path written = folder.resolve("rules.yml");
    JSON.writeValue(written.toFile(), file);
    Path output = folder.resolve("output");
    Process check =
        new ProcessBuilder(PROMTOOL.toString(), "check", "rules", written.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("SUCCESS: " + rules.size() + " rules found");
    assertThat(queries(dashboard).stream().collect(Collectors.joining()))
        .doesNotContain("null")
        .contains("$__rate_interval");
  }
}
