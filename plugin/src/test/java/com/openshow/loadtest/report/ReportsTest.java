package com.openshow.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.report.html.RunData;
import com.openshow.loadtest.slo.Breach;
import com.openshow.loadtest.slo.Capacity;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.FaultTime;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Load;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.measure.Measurement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class ReportsTest {
  private static final Judgement JUDGEMENT =
      new Judgement(
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-01-01T00:00:20Z"),
          List.of(
              new Outcome(
                  new Objective(new Scope("S_01", "GET /a"), new LatencyPercentile(95), 30),
                  OptionalDouble.of(124),
                  400,
                  Verdict.FAIL,
                  "124 ms is more than 30 ms"),
              new Outcome(
                  new Objective(new Scope("S_01", ""), new ErrorRate(), 0.01),
                  OptionalDouble.of(0),
                  400,
                  Verdict.PASS,
                  "0 % is at most 0.01 %"),
              new Outcome(
                  new Objective(new Scope("", "<&\"\u0001"), new LatencyPercentile(99.9), 5),
                  OptionalDouble.empty(),
                  0,
                  Verdict.INCONCLUSIVE,
                  "no sample was taken")),
          Optional.empty());

  @TempDir private Path folder;

  @Test
  void theTableHasARowAnObjectiveAndAReasonForWhatDidNotPass() {
    assertThat(ConsoleTable.render(JUDGEMENT))
        .isEqualTo(
            """
            verdict       scenario  request  objective             observed  samples
            ------------------------------------------------------------------------
            FAIL          S_01      GET /a   p95 <= 30 ms            124 ms      400
            PASS          S_01      (all)    error_rate <= 0.01 %       0 %      400
            INCONCLUSIVE            <&"?     p99.9 <= 5 ms                -        0
            FAIL: p95 of GET /a of S_01: 124 ms is more than 30 ms
            INCONCLUSIVE: p99.9 of <&"?: no sample was taken
            Verdict: FAIL (1 passed, 1 failed, 1 inconclusive)
            """);
  }

  @Test
  void theJsonIsWhatTheReferencePromises() throws Exception {
    Reports.write(JUDGEMENT, "suite", folder);
    assertThat(new ObjectMapper().readTree(folder.resolve("verdict.json").toFile()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"schemaVersion": 1, "verdict": "FAIL", "startedAt": "2026-01-01T00:00:00Z",
                     "endedAt": "2026-01-01T00:00:20Z", "interruption": null, "aborted": null, "schedules": [], "capacities": [], "faults": [],
                     "objectives": [
                      {"name": "p95 of GET /a of S_01", "scenario": "S_01", "label": "GET /a",
                       "tag": "", "kind": "p95", "op": "lte", "target": 30.0, "window": "",
                       "severity": "fail", "observed": 124.0, "failedCounted": true,
                       "observedWithoutFailed": null, "unit": "ms", "observedUnit": "ms",
                       "samples": 400, "enough": true, "confidenceInterval": null, "borderline": false, "verdict": "FAIL",
                       "reason": "124 ms is more than 30 ms"},
                      {"name": "error_rate of all requests of S_01", "scenario": "S_01",
                       "label": "", "tag": "", "kind": "error_rate", "op": "lte", "target": 0.01,
                       "window": "", "severity": "fail", "observed": 0.0,
                       "unit": "%", "observedUnit": "%", "samples": 400, "enough": true, "confidenceInterval": null, "borderline": false,
                       "verdict": "PASS", "reason": "0 % is at most 0.01 %"},
                      {"name": "p99.9 of <&\\"\\u0001", "scenario": "", "label": "<&\\"\\u0001",
                       "tag": "", "kind": "p99.9", "op": "lte", "target": 5.0, "window": "",
                       "severity": "fail", "observed": null, "failedCounted": true,
                       "observedWithoutFailed": null, "unit": "ms", "observedUnit": "ms",
                       "samples": 0, "enough": false, "confidenceInterval": null, "borderline": false, "verdict": "INCONCLUSIVE",
                       "reason": "no sample was taken"}]}
                    """));
  }

  @Test
  void whenAFaultWasOnStandsInEveryReport() throws Exception {
    Instant on = Instant.parse("2026-01-01T00:00:05.250Z");
    Instant off = on.plusMillis(5_750);
    FaultTime whole =
        new FaultTime("gone", on, Optional.of(on), Optional.of(off), Optional.of(off));
    FaultTime stuck =
        new FaultTime("stuck", on, Optional.of(on), Optional.of(off), Optional.empty());
    FaultTime never =
        new FaultTime("never", on, Optional.empty(), Optional.of(off), Optional.of(off));
    Judgement judgement =
        new Judgement(
            JUDGEMENT.startedAt(),
            JUDGEMENT.endedAt(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(whole, stuck, never));
    assertThat(ConsoleTable.render(judgement))
        .contains(
            """
            Fault gone: on from 2026-01-01T00:00:05.250Z to 2026-01-01T00:00:11Z (5.75 s)
            Fault stuck: on from 2026-01-01T00:00:05.250Z on
            INCONCLUSIVE: the fault stuck could not be switched off: it may still be on
            INCONCLUSIVE: the fault never could not be switched on
            """);
    Reports.write(judgement, "suite", folder);
    assertThat(folder.resolve("verdict.md"))
        .content()
        .contains("- Fault gone: on from 2026-01-01T00:00:05.250Z to", "- INCONCLUSIVE: the fault");
    JsonNode faults =
        new ObjectMapper().readTree(folder.resolve("verdict.json").toFile()).path("faults");
    assertThat(faults.path(0))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"name": "gone", "beganAt": "2026-01-01T00:00:05.250Z",
                     "onAt": "2026-01-01T00:00:05.250Z", "endingAt": "2026-01-01T00:00:11Z",
                     "offAt": "2026-01-01T00:00:11Z", "problem": null}
                    """));
    assertThat(faults.path(1).path("offAt").isNull()).isTrue();
    assertThat(faults.path(2).path("onAt").isNull()).isTrue();
    Reports.write(
        new RunData(
            "plan",
            judgement,
            new Measurement(judgement.startedAt(), judgement.endedAt(), Map.of()),
            List.of(),
            List.of()),
        folder);
    assertThat(folder.resolve("report.html"))
        .content()
        .contains("\"spans\":[{\"name\":\"gone\",\"from\":5.25,\"to\":11},{\"name\":\"stuck\"")
        .doesNotContain("\"never\"");
  }

  @Test
  void theJunitReportHasATestCaseAnObjective() throws Exception {
    Reports.write(JUDGEMENT, "suite", folder);
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("junit.xml").toFile())
            .getDocumentElement();
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("time")).isEqualTo("20.000");
    assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
        .isEqualTo("p95 of GET /a of S_01: 124 ms is more than 30 ms");
    assertThat(((Element) suite.getElementsByTagName("error").item(0)).getAttribute("message"))
        .isEqualTo("p99.9 of <&\"\uFFFD: no sample was taken");
  }

  @Test
  void aCapacityStandsInEveryReport() throws Exception {
    Breach breach = new Breach(JUDGEMENT.outcomes().get(0), Instant.parse("2026-01-01T00:00:10Z"));
    Optional<Load> load = Optional.of(new Load(184.04, 37));
    Judgement judgement =
        new Judgement(
            JUDGEMENT.startedAt(),
            JUDGEMENT.endedAt(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(
                new Capacity("A\u0001", load, Optional.of(breach)),
                new Capacity("B", Optional.of(new Load(2, 1)), Optional.empty()),
                new Capacity("C", Optional.empty(), Optional.of(breach)),
                new Capacity("D", Optional.empty(), Optional.empty())),
            Optional.empty(),
            List.of());
    String lines =
        """
        Capacity of A?: 184 requests/s with 37 virtual users; then p95 of GET /a was 124 ms > 30 ms
        Capacity of B: at least 2 requests/s with 1 virtual user; no objective was breached
        Capacity of C: none found; from the start p95 of GET /a was 124 ms > 30 ms
        Capacity of D: unknown; in no window could an objective be seen to hold
        """;
    assertThat(ConsoleTable.render(judgement)).contains(lines);
    Reports.write(judgement, "suite", folder);
    assertThat(folder.resolve("junit.xml"))
        .content()
        .contains(lines.replace("A?", "A\uFFFD").replace(">", "&gt;"));
    String end =
        """
        {"from": "2026-01-01T00:00:10Z", "objective": "p95 of GET /a of S_01", "observed": 124.0,
         "target": 30.0, "unit": "ms"}""";
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(folder.resolve("verdict.json").toFile()).path("capacities"))
        .isEqualTo(
            json.readTree(
                """
                [{"scenario": "A\\u0001", "requestsPerSecond": 184.04, "virtualUsers": 37, "breach": %1$s},
                 {"scenario": "B", "requestsPerSecond": 2.0, "virtualUsers": 1, "breach": null},
                 {"scenario": "C", "requestsPerSecond": null, "virtualUsers": null, "breach": %1$s},
                 {"scenario": "D", "requestsPerSecond": null, "virtualUsers": null, "breach": null}]
                """
                    .formatted(end)));
  }

  @Test
  void noHalfWrittenFileIsLeftBehind() throws Exception {
    Reports.write(JUDGEMENT, "suite", folder.resolve("new/folder"));
    try (var files = Files.list(folder.resolve("new/folder"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("verdict.json", "junit.xml", "verdict.md");
    }
  }

  @Test
  void theHtmlReportStandsBesideTheOthers() throws Exception {
    Measurement nothing = new Measurement(JUDGEMENT.startedAt(), JUDGEMENT.endedAt(), Map.of());
    RunData run = new RunData("suite", JUDGEMENT, nothing, List.of(), List.of());
    assertThat(Reports.write(run, folder.resolve("new")))
        .isEqualTo(folder.resolve("new/report.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<title>FAIL: suite</title>");
  }
}
