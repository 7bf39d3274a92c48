package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two injectors share one scenario, with a controller and without one. */
final class DistributedIT {
  private static final String SCENARIO = "S_01_Discovery_Read_Heavy";
  private static final Path PLAN = Staging.ROOT.resolve("plans/" + SCENARIO + ".jmx");

  // No machine misses the one, and none reaches the other: a timing must not fail a test.
  private static final String HELD = "slo_p95_ms." + SCENARIO + ".GET_api_v1_creators=60000";
  private static final String BREACHED =
      "slo_p95_ms." + SCENARIO + ".GET_api_v1_search_suggestions=0.001";

  /** What the injectors must know. */
  private static final List<String> LOAD =
      List.of("injectors=2", "duration=5", "vus." + SCENARIO + "=21");

  @TempDir private static Path shared;
  private static Staging staging;

  @TempDir private Path folder;

  @BeforeAll
  static void startStaging() throws Exception {
    staging = Staging.start(shared);
  }

  @AfterAll
  static void stopStaging() {
    staging.close();
  }

  /** What the stand-in was asked by the load; the controller asks for its metrics besides. */
  private static List<Asked> asked() throws IOException {
    return staging.asked().stream().filter(one -> !one.path().equals("/metrics")).toList();
  }

  @Test
  void aControllerJudgesAllSamplesAndKnowsWhatWasPlannedOfItsInjectors() throws Exception {
    int before = asked().size();
    Outcome outcome;
    List<String> hosts = new ArrayList<>();
    try (Injector first = Injector.start(folder.resolve("first"), 1);
        Injector second = Injector.start(folder.resolve("second"), 2)) {
      hosts.add(first.host());
      hosts.add(second.host());
      List<Object> words = new ArrayList<>(jmeter("-Jclient.rmi.localport=" + Injector.freePort()));
      words.add("-R" + String.join(",", hosts));
      words.addAll(Injector.LOOPBACK);
      words.add("-Gtarget.url=" + staging.target());
      // The controller reads the backend's metrics itself.
      words.add("-Jtarget.url=" + staging.target());
      LOAD.forEach(property -> words.add("-G" + property));
      outcome = Home.run(Home.command(folder, words.toArray()));
    }

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    List<Row> rows = Row.read(folder.resolve("results.jtl"));
    JsonNode verdict = verdict("report");
    assertThat(asked()).hasSize(before + rows.size());
    assertSchedule(verdict, 1_000, rows);
    for (JsonNode objective : verdict.path("objectives")) {
      if (objective.has("backend")) {
        continue;
      }
      boolean breached = objective.path("label").asText().endsWith("suggestions");
      assertThat(objective.path("verdict").asText()).isEqualTo(breached ? "FAIL" : "PASS");
      String label = objective.path("label").asText();
      List<Long> latencies =
          rows.stream()
              .filter(row -> label.isEmpty() || row.label().equals(label))
              .map(row -> row.elapsed() + row.lag())
              .sorted()
              .toList();
      assertThat(objective.path("samples").asInt()).isEqualTo(latencies.size());
      if (objective.path("kind").asText().equals("p95")) {
        // Up to 2,047 ms to the digit.
        long exact = latencies.get((95 * latencies.size() + 99) / 100 - 1);
        assertThat(objective.path("observed").asLong())
            .isCloseTo(exact, within(exact > 2047 ? exact / 1000 : 0));
      }
    }
    assertShare(rows, hosts.get(0), 11);
    assertShare(rows, hosts.get(1), 10);
    // Results files tell nothing of the backend.
    com.fasterxml.jackson.databind.node.ArrayNode ofLoad = new ObjectMapper().createArrayNode();
    for (JsonNode objective : verdict.path("objectives")) {
      if (!objective.has("backend")) {
        ofLoad.add(objective);
      }
    }
    assertThat(offline("results.jtl").path("objectives")).isEqualTo(ofLoad);
  }

  @Test
  void anAbortOnTheControllerStopsTheOtherMachines() throws Exception {
    // No machine answers in a microsecond; without the abort it would take ten minutes.
    Outcome outcome =
        distributed(
            """
            {"name": "Reads", "type": "Load/Soak", "target_vus": 4, "target_rps": 50,
             "endpoints": [{"path": "/api/v1/creators", "method": "GET", "weight": 1}]}
            """,
            ", \"objectives\": [{\"indicator\": \"p50\", \"target\": 0.001, \"abort\": \"3s\"}]");
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output()).contains("ABORTED: p50 of all requests");
    assertThat(Row.read(folder.resolve("results.jtl"))).hasSizeGreaterThan(50);
  }

  @Test
  void theBreachOfARisingLoadStopsTheOtherMachines() throws Exception {
    Outcome outcome =
        distributed(
            """
            {"name": "Rises", "type": "Breakpoint", "target_vus": 4, "target_rps": 6000,
             "endpoints": [{"path": "/api/v1/creators", "method": "GET", "weight": 1,
                            "slo_p95_ms": 0.001}]}
            """,
            "");
    assertThat(outcome.output()).contains("Capacity of Rises: none found");
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
  }

  /**
   * Ten minutes of one scenario on two injectors; none of them ends by itself in the time there is.
   */
  private Outcome distributed(String scenario, String more) throws Exception {
    Path scenarios =
        Files.writeString(
            folder.resolve("own.json"),
            "{\"project_name\": \"own\", \"test_tool\": \"JMeter\", \"staging_url\":"
                + " \"http://127.0.0.1:1\", \"global_vus\": 4, \"global_duration\": \"10m\""
                + more
                + ", \"scenarios\": ["
                + scenario
                + "]}");
    Outcome generated =
        Home.run(
            Home.command(
                folder,
                Home.PATH.resolve("bin/loadtest"),
                "generate",
                scenarios,
                "--output",
                "own"));
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    Path plan = folder.resolve("own/" + (scenario.contains("Reads") ? "Reads" : "Rises") + ".jmx");
    try (Injector first = Injector.start(folder.resolve("first"), 1);
        Injector second = Injector.start(folder.resolve("second"), 2)) {
      List<Object> words =
          new ArrayList<>(
              List.of(
                  Home.JMETER,
                  "-n",
                  "-t",
                  plan,
                  "-l",
                  "results.jtl",
                  "-Jreport.dir=report",
                  "-Jclient.rmi.localport=" + Injector.freePort(),
                  "-R" + first.host() + "," + second.host(),
                  "-Ginjectors=2",
                  "-Gtarget.url=" + staging.target()));
      words.addAll(Injector.LOOPBACK);
      return Home.run(Home.command(folder, words.toArray()));
    }
  }

  /** Every second due time, and its part of the virtual users. */
  private static void assertShare(List<Row> rows, String host, int users) {
    List<Row> own = rows.stream().filter(row -> row.thread().startsWith(host + "-")).toList();
    List<Long> due = own.stream().map(Row::due).sorted().toList();
    assertThat(own.size()).isBetween(250, 500);
    assertThat(own.stream().map(Row::thread).distinct().count()).isBetween(1L, (long) users);
    for (int i = 0; i < 400 && i < due.size(); i++) {
      // 200 per second of two are one each 10 ms of one; two clocks differ by a little.
      assertThat(due.get(i) - due.get(0)).isBetween(10L * i - 5, 10L * i + 5);
    }
  }

  @Test
  void withoutAControllerTheirResultsAreJudgedTogether() throws Exception {
    List<Process> injectors = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      Path own = Files.createDirectories(folder.resolve("injector-" + number));
      List<Object> words = new ArrayList<>(jmeter("-Jinjector=" + number));
      words.add("-Jtarget.url=" + staging.target());
      LOAD.forEach(property -> words.add("-J" + property));
      injectors.add(
          Home.command(own, words.toArray())
              .redirectOutput(own.resolve("output.txt").toFile())
              .start());
    }
    for (Process injector : injectors) {
      assertThat(injector.waitFor()).isEqualTo(1);
    }

    List<Row> rows = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      List<Row> own = Row.read(folder.resolve("injector-" + number + "/results.jtl"));
      assertSchedule(verdict("injector-" + number + "/report"), 500, own);
      rows.addAll(own);
    }
    JsonNode all = offline("injector-1/results.jtl", "injector-2/results.jtl");
    assertThat(all.path("verdict").asText()).isEqualTo("FAIL");
    assertThat(all.path("objectives").path(2).path("samples").asInt()).isEqualTo(rows.size());
  }

  private static void assertSchedule(JsonNode verdict, int planned, List<Row> rows) {
    JsonNode schedule = verdict.path("schedules").path(0);
    assertThat(schedule.path("scenario").asText()).isEqualTo(SCENARIO);
    assertThat(schedule.path("planned").asInt()).isEqualTo(planned);
    assertThat(schedule.path("achieved").asInt())
        .isEqualTo(rows.size())
        .isBetween(planned / 2, planned);
    assertThat(schedule.path("worstLagMillis").asLong())
        .isEqualTo(rows.stream().mapToLong(Row::lag).max().orElseThrow());
  }

  private static List<Object> jmeter(String option) {
    return List.of(
        Home.JMETER,
        "-n",
        "-t",
        PLAN,
        "-l",
        "results.jtl",
        "-Jreport.dir=report",
        "-J" + HELD,
        "-J" + BREACHED,
        option);
  }

  private JsonNode offline(String... results) throws Exception {
    List<Object> words =
        new ArrayList<>(
            List.of(
                Home.PATH.resolve("bin/loadtest"),
                "verdict",
                Staging.ROOT.resolve("config/loadtests/scenarios.json"),
                "-J" + HELD,
                "-J" + BREACHED,
                "--report",
                "offline",
                "--results"));
    words.addAll(List.of(results));
    Outcome outcome = Home.run(Home.command(folder, words.toArray()));
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    ObjectMapper json = new ObjectMapper();
    JsonNode verdict = json.readTree(folder.resolve("offline/verdict.json").toFile());
    com.fasterxml.jackson.databind.node.ArrayNode own = json.createArrayNode();
    for (JsonNode objective : verdict.path("objectives")) {
      if (objective.path("scenario").asText().equals(SCENARIO)) {
        own.add(objective);
      }
    }
    return json.createObjectNode()
        .put("verdict", verdict.path("verdict").asText())
        .set("objectives", own);
  }

  private JsonNode verdict(String report) throws Exception {
    return new ObjectMapper().readTree(folder.resolve(report + "/verdict.json").toFile());
  }
}
