package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedSchedulesTest {
  private static final String SCENARIOS =
      """
      {
        "project_name": "P", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 20, "global_duration": "60s",
        "scenarios": [
          {"name": "S", "type": "Load/Soak", "target_vus": 10, "target_rps": 5, "endpoints": [
            {"path": "/a", "method": "GET", "weight": 1, "slo_p95_ms": 300}]}]
      }
      """;

  /** From 2025-10-09T08:53:20Z to two seconds later. */
  private static final String RESULTS =
      """
      timeStamp,elapsed,label,responseMessage,threadName,success,IdleTime
      1760000000000,10,GET /a,OK,S 1-1,true,0
      1760000001990,10,GET /a,OK,S 1-1,true,40
      """;

  private static final String KEPT =
      """
      {"schemaVersion": 1, "endedAt": "2025-10-09T08:53:22Z", "schedules": [{"scenario": "S",
       "planned": 50, "achieved": 45, "worstLagMillis": 40, "totalLagMillis": 60}]}
      """;

  private static final String UNKNOWN = "note: how many requests were due is not known";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("s.json"), SCENARIOS);
  }

  @Test
  void theVerdictBesideTheResultsTellsWhatTheRunWasToDo() throws Exception {
    judge(run("one", KEPT), run("two", KEPT.replace(" 40,", " 70,")));
    assertThat(out.toString(UTF_8))
        .contains("Schedule of S: 90 of 100 requests due were made; the latest began 70 ms late");
    assertThat(err.toString(UTF_8)).doesNotContain(UNKNOWN);
  }

  @Test
  void whatIsNotKnownOfEachInjectorIsNotKnown() throws Exception {
    String before = KEPT.replace("08:53:22", "08:53:20");
    String after = KEPT.replace("08:53:22", "08:53:23");
    for (String other : List.of("", "{", before, after, KEPT.replace("planned", "p"))) {
      judge(run("one", KEPT), run("two", other));
      assertThat(out.toString(UTF_8)).as(other).doesNotContain("Schedule of");
      assertThat(err.toString(UTF_8)).as(other).contains(UNKNOWN);
    }
    Path one = run("one", KEPT);
    judge(one, Files.writeString(one.resolveSibling("more.jtl"), RESULTS));
    assertThat(err.toString(UTF_8)).contains(UNKNOWN);
  }

  @Test
  void theRunsMayHaveTheirReportsElsewhere() throws Exception {
    Path results = Files.writeString(folder.resolve("results.jtl"), RESULTS);
    Path report = Objects.requireNonNull(run("report/S", KEPT).getParent());
    Files.writeString(report.resolve("backend.json"), "{\"schemaVersion\": 1}");
    judge(results);
    assertThat(err.toString(UTF_8)).contains(UNKNOWN);
    judge(results, Path.of("--backend"), folder.resolve("report"));
    assertThat(out.toString(UTF_8)).contains("Schedule of S: 45 of 50 requests due were made");
  }

  private Path run(String name, String verdict) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.deleteIfExists(run.resolve("verdict.json"));
    if (!verdict.isEmpty()) {
      Files.writeString(run.resolve("verdict.json"), verdict);
    }
    return Files.writeString(run.resolve("results.jtl"), RESULTS);
  }

  private void judge(Path... results) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of("verdict", folder + "/s.json", "--results"));
    for (Path file : results) {
      words.add(file.toString());
    }
    Console console =
        new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    assertThat(Main.run(words.toArray(String[]::new), console)).isEqualTo(2);
  }
}
