package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed plans, run by the real JMeter against the real stand-in backend. */
final class PlansIT {
  private static final Path ROOT = Staging.ROOT;

  // Targets that no machine misses, however busy: a timing must not fail a test.
  private static final List<String> GENEROUS =
      List.of(
          "-Jbackend.objective.1=101",
          "-Jbackend.objective.2=101",
          "-Jbackend.objective.3=101",
          "-Jslo_p95_ms.S_01_Discovery_Read_Heavy.GET_api_v1_creators=60000",
          "-Jslo_p95_ms.S_01_Discovery_Read_Heavy.GET_api_v1_search_suggestions=60000",
          "-Jslo_p95_ms.S_02_Auth_Profile_Read.GET_api_v1_auth_me=60000",
          "-Jslo_p95_ms.S_02_Auth_Profile_Read.GET_api_v1_projects=60000",
          "-Jslo_p95_ms.S_03_Critical_Write_Contention.POST_api_v1_auth_signup=60000",
          "-Jslo_p95_ms.S_03_Critical_Write_Contention.POST_api_v1_projects=60000",
          "-Jslo_p95_ms.S_02_Auth_Profile_Read.GET_api_v1_projects_project_id=60000",
          "-Jslo_p95_ms.S_04_Escrow_Flow.POST_api_v1_payments_escrow_release=60000");

  /** What staging's primary database has. */
  private static final int CONNECTIONS = 16;

  private static final int SLOW_MILLIS = 400;

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

  @Test
  void aHealthyRunIs0WithResultsDashboardAndAVerdictThatAgreesWithThem() throws Exception {
    Outcome outcome =
        jmeter(
            "all",
            "-Jduration=8",
            "-Jtarget_rps.S_03_Critical_Write_Contention=15",
            "-Jtarget_rps.S_04_Escrow_Flow=5",
            "-e",
            "-o",
            "dashboard");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains("Verdict: PASS (15 passed, 0 failed, 0 inconclusive");
    assertThat(folder.resolve("dashboard/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("report/junit.xml")).isNotEmptyFile();
    List<Row> rows = rows();
    assertThat(rows).noneMatch(row -> row.code().equals("409"));
    for (JsonNode objective : verdict().path("objectives")) {
      if (objective.has("backend")) {
        continue;
      }
      List<Row> own =
          rows.stream()
              .filter(row -> row.isOf(objective.path("scenario").asText()))
              .filter(
                  row ->
                      objective.path("label").asText().isEmpty()
                          ? !row.isSetup()
                          : row.label().equals(objective.path("label").asText()))
              .toList();
      assertThat(objective.path("samples").asInt()).isEqualTo(own.size());
      if (objective.path("kind").asText().equals("p95")) {
        // The order statistic of rank ceil(0.95 n); up to 2,047 ms to the digit.
        List<Long> sorted = own.stream().map(row -> row.elapsed() + row.lag()).sorted().toList();
        long exact = sorted.get((95 * sorted.size() + 99) / 100 - 1);
        assertThat(objective.path("observed").asLong())
            .isCloseTo(exact, within(exact > 2047 ? exact / 1000 : 0));
      }
    }
    List<Object> verdict =
        new ArrayList<>(
            List.of(
                Home.PATH.resolve("bin/loadtest"),
                "verdict",
                ROOT.resolve("config/loadtests/scenarios.json"),
                "--results",
                "results.jtl",
                "--backend",
                "report",
                "--report",
                "offline"));
    verdict.addAll(GENEROUS);
    Outcome offline = Home.run(Home.command(folder, verdict.toArray()));
    assertThat(offline.exitCode()).as(offline.output()).isZero();
    assertThat(
            new ObjectMapper()
                .readTree(folder.resolve("offline/verdict.json").toFile())
                .path("objectives"))
        .isEqualTo(verdict().path("objectives"));
  }

  @Test
  void everyKindOfObjectiveIsJudgedAlikeLiveAndFromResultsAndAgainstAnEarlierRun()
      throws Exception {
    Path scenarios = ROOT.resolve("distribution/src/test/resources/objectives.json");
    Outcome first = run(scenarios, "earlier");
    // The one that speaks of a baseline is no more than a warning.
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.output()).contains("no baseline was given");
    Path earlier = folder.resolve("earlier/verdict.json");

    Outcome second = run(scenarios, "report", "-Jslo.baseline=" + earlier);
    assertThat(second.exitCode()).as(second.output()).isZero();
    assertThat(verdict().path("objectives").findValuesAsText("verdict"))
        .as(second.output())
        .doesNotContain("INCONCLUSIVE");

    assertResultsSayTheSame(scenarios, "--baseline", earlier.toString());
  }

  private void assertResultsSayTheSame(Path scenarios, String... options) throws Exception {
    List<Object> words =
        new ArrayList<>(List.of(Home.PATH.resolve("bin/loadtest"), "verdict", scenarios));
    words.addAll(List.of("--results", "report/results.jtl", "--report", "offline"));
    words.addAll(List.of(options));
    Outcome offline = Home.run(Home.command(folder, words.toArray()));
    assertThat(offline.exitCode()).as(offline.output()).isZero();
    JsonNode recorded =
        new ObjectMapper().readTree(folder.resolve("offline/verdict.json").toFile());
    for (String part : List.of("startedAt", "endedAt", "schedules", "capacities", "objectives")) {
      assertThat(recorded.path(part)).isEqualTo(verdict().path(part));
    }
  }

  private Outcome run(Path scenarios, String report, String... options) throws Exception {
    List<Object> words =
        new ArrayList<>(List.of(Home.PATH.resolve("bin/loadtest"), "run", scenarios));
    words.addAll(List.of("--target", staging.target(), "--report", report));
    words.addAll(List.of(options));
    return Home.run(Home.command(folder, words.toArray()));
  }

  @Test
  void aRisingLoadStopsAtTheBreachAndTellsTheCapacity() throws Exception {
    Path scenarios = ROOT.resolve("distribution/src/test/resources/breakpoint.json");
    staging.fault("PUT", "/database-slow", "{\"millis\": " + SLOW_MILLIS + "}");
    Outcome outcome;
    try {
      outcome = run(scenarios, "report");
    } finally {
      staging.fault("DELETE", "/database-slow", "");
    }

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    JsonNode capacity = verdict().path("capacities").path(0);
    assertThat(capacity.path("scenario").asText()).isEqualTo("Sign_up");
    assertThat(capacity.path("breach").path("objective").asText())
        .isEqualTo("p95 of POST /api/v1/auth/signup of Sign_up");
    // So many connections, each held so long; a busy machine takes less, and none takes more.
    double most = CONNECTIONS * 1000.0 / SLOW_MILLIS;
    assertThat(capacity.path("requestsPerSecond").asDouble())
        .as(outcome.output())
        .isBetween(most / 4, most * 1.1);
    // The scenario beside it went on to its own end, later than the breach.
    JsonNode schedules = verdict().path("schedules");
    assertThat(schedules.path(0).path("achieved").asInt()).isBetween(259, 261);
    // Not stopped, it would have had 1,800 requests to make.
    assertThat(schedules.path(1).path("planned").asInt()).isLessThan(1_700);

    assertResultsSayTheSame(scenarios);
  }

  @Test
  void theMixIsExactOverTheWholeGroup() throws Exception {
    jmeter(
        "S_01_Discovery_Read_Heavy",
        "-Jvus.S_01_Discovery_Read_Heavy=20",
        "-Jduration=4",
        "-Jramp_up=0",
        "-Jtarget_rps.S_01_Discovery_Read_Heavy=0");

    List<Row> rows = rows();
    double creators = rows.stream().filter(row -> row.label().endsWith("creators")).count();
    // A thread that is stopped between its draw and its request costs one; there are 20.
    assertThat(rows).hasSizeGreaterThan(1_000);
    assertThat(Math.abs(creators - 0.6 * rows.size())).isLessThan(21);
  }

  @Test
  void aBreachIs1AndOnlyItsRowFails() throws Exception {
    Outcome outcome =
        jmeter(
            "S_01_Discovery_Read_Heavy",
            "-Jvus.S_01_Discovery_Read_Heavy=50",
            "-Jduration=3",
            "-Jramp_up=0",
            "-Jslo_p95_ms.S_01_Discovery_Read_Heavy.GET_api_v1_search_suggestions=0.001",
            "-Jtarget_rps.S_01_Discovery_Read_Heavy=0");

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    for (JsonNode objective : verdict().path("objectives")) {
      boolean breached = objective.path("label").asText().endsWith("suggestions");
      // Flat out, the stand-in may use more of the processors than is promised.
      assertThat(objective.path("verdict").asText().equals("FAIL") && !objective.has("backend"))
          .as(objective.toString())
          .isEqualTo(breached);
    }
  }

  @Test
  void noServerIsABreachAndNoCrash() throws Exception {
    Outcome outcome =
        jmeter(
            "S_02_Auth_Profile_Read",
            "-Jduration=2",
            "-Jramp_up=0",
            "-Jtarget.url=http://127.0.0.1:1");

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output()).contains("how fast they failed is no latency");
    assertThat(folder.resolve("results.jtl")).isNotEmptyFile();
  }

  @Test
  void noVirtualUserIs2() throws Exception {
    Outcome outcome =
        jmeter("S_02_Auth_Profile_Read", "-Jvus.S_02_Auth_Profile_Read=0", "-Jduration=1");

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output()).contains("no sample was taken");
  }

  @Test
  void aTargetThatIsNoNumberIs65BeforeAnyLoad() throws Exception {
    Outcome outcome = jmeter("S_02_Auth_Profile_Read", "-Jslo_error_percent=low", "-Jduration=1");

    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(65);
    assertThat(outcome.output())
        .contains("row 4: target must be a number of at least 0, or such as");
  }

  private Outcome jmeter(String plan, String... options) throws Exception {
    List<Object> words =
        new ArrayList<>(
            List.of(
                Home.JMETER,
                "-n",
                "-t",
                ROOT.resolve("plans/" + plan + ".jmx"),
                "-l",
                "results.jtl",
                "-Jreport.dir=" + folder.resolve("report")));
    List<String> given = List.of(options);
    if (given.stream().noneMatch(option -> option.startsWith("-Jtarget.url"))) {
      words.add("-Jtarget.url=" + staging.target());
    }
    words.addAll(GENEROUS);
    // Behind the generous ones: JMeter takes the last value of a property.
    words.addAll(given);
    return Home.run(Home.command(folder, words.toArray()));
  }

  private JsonNode verdict() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report/verdict.json").toFile());
  }

  private List<Row> rows() throws IOException {
    return Row.read(folder.resolve("results.jtl"));
  }
}
