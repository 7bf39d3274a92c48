package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objectives over windows, such as abort the test, and such as cannot occur, in real runs. */
final class ObjectivesIT {
  private static final String SCENARIOS =
      """
      {
        "project_name": "objectives", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 5, "global_duration": "60s",
        "objectives": [
          {"indicator": "p95", "target": 40, "scenario": "Reads", "abort": "5s"},
          {"indicator": "p50", "target": 40, "scenario": "Reads", "stage": "calm", "severity": "warn"},
          {"indicator": "p50", "target": 40, "for": "4s", "severity": "warn"},
          {"indicator": "p50", "target": 5000, "slices": {"length": "2s", "target": 50}},
          {"indicator": "max", "latency": "lag", "target": 60000, "scenario": "Reads"},
          {"indicator": "weight", "target": 40}
        ],
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 5, "target_rps": 20,
           "stages": [{"name": "calm", "duration": "4s", "target": 20},
                      {"duration": "56s", "target": 20}],
           "endpoints": [
             {"path": "/api/v1/creators", "method": "GET", "weight": 60},
             {"path": "/api/v1/search/suggestions", "method": "GET", "weight": 40}]}
        ]
      }
      """;

  @TempDir private Path folder;

  private Path scenarios() throws IOException {
    return Files.writeString(folder.resolve("scenarios.json"), SCENARIOS);
  }

  private Outcome loadtest(Object... words) throws Exception {
    Object[] command = new Object[words.length + 1];
    command[0] = Home.PATH.resolve("bin/loadtest");
    System.arraycopy(words, 0, command, 1, words.length);
    return Home.run(Home.command(folder, command));
  }

  private JsonNode verdict(String report) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(report + "/verdict.json").toFile());
  }

  @Test
  void aTestThatIsSlowForTooLongIsAbortedAndItsResultsSaySoToo() throws Exception {
    Outcome live;
    try (Staging staging = Staging.start(folder, "--fault", "latency")) {
      live = loadtest("run", scenarios(), "--target", staging.target(), "--report", "live");
    }
    assertThat(live.exitCode()).as(live.output()).isEqualTo(1);
    assertThat(live.output())
        .contains("ABORTED: p95 of all requests of Reads: the test is aborted: it was missed for");
    JsonNode verdict = verdict("live");
    Duration run =
        Duration.between(
            Instant.parse(verdict.path("startedAt").asText()),
            Instant.parse(verdict.path("endedAt").asText()));
    assertThat(run).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(40));

    Outcome offline =
        loadtest("verdict", scenarios(), "--results", "live/results.jtl", "--report", "offline");
    assertThat(offline.exitCode()).as(offline.output()).isEqualTo(1);
    for (String part : new String[] {"verdict", "aborted", "startedAt", "endedAt", "objectives"}) {
      assertThat(verdict("offline").path(part)).as(part).isEqualTo(verdict.path(part));
    }
  }

  @Test
  void anObjectiveOfALabelThatCannotOccurEndsBeforeThereIsLoad() throws Exception {
    assertThat(loadtest("generate", scenarios(), "--output", "plans").exitCode()).isZero();
    Path plan = folder.resolve("plans/Reads.jmx");
    Files.writeString(
        plan,
        Files.readString(plan)
            .replace(
                "<stringProp name=\"Objective.label\">GET /api/v1/creators</stringProp>",
                "<stringProp name=\"Objective.label\">GET /nowhere</stringProp>"));
    Outcome outcome =
        Home.run(Home.command(folder, Home.JMETER, "-n", "-t", plan, "-l", "results.jtl"));
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(65);
    assertThat(outcome.output())
        .contains(
            "no request is called \"GET /nowhere\"; there are: GET /api/v1/creators,"
                + " GET /api/v1/search/suggestions");
    assertThat(folder.resolve("results.jtl"))
        .satisfiesAnyOf(
            file -> assertThat(file).doesNotExist(),
            file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(2));
  }
}
