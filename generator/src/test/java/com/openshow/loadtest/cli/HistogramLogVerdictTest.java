package com.openshow.loadtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.hlog.LogWriter;
import com.openshow.loadtest.slo.measure.Journal;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same samples as a .jtl and as a histogram log. */
final class HistogramLogVerdictTest {
  private static final long SEED = 20_260_519;
  private static final long START = 1_760_000_000_321L;
  private static final int SAMPLES = 12_000;
  private static final int MILLIS = 60_000;

  // Of the objectives the recorder that writes the log knows nothing.
  private static final String SCENARIOS =
      """
      {
        "project_name": "P", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 20, "global_duration": "60s", "warm_up": "3s",
        "objectives": [
          {"indicator": "p99", "target": 400, "scenario": "Read", "for": "5s"},
          {"indicator": "p90", "target": 200, "scenario": "Read",
           "slices": {"length": "10s", "target": 95}},
          {"indicator": "max", "target": 900, "request": "GET /b"},
          {"indicator": "error_rate", "target": 3}
        ],
        "scenarios": [
          {"name": "Read", "type": "Load/Soak", "target_vus": 10, "endpoints": [
            {"path": "/a", "method": "GET", "weight": 1, "slo_p95_ms": 300},
            {"path": "/b", "method": "GET", "weight": 1, "slo_p95_ms": 90}]},
          {"name": "Up", "type": "Breakpoint", "target_vus": 10, "endpoints": [
            {"path": "/up", "method": "GET", "weight": 1, "slo_p95_ms": 300}]}
        ]
      }
      """;

  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Sample> samples = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("s.json"), SCENARIOS);
    Random random = new Random(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      long after = (long) i * MILLIS / SAMPLES;
      boolean up = random.nextInt(4) == 0;
      String scenario = up ? "Up" : "Read";
      samples.add(
          new Sample(
              scenario,
              up ? "GET /up" : random.nextBoolean() ? "GET /a" : "GET /b",
              scenario + " 1-" + (up ? i % (1 + after / 3_000) : i % 10),
              START + after,
              up ? after / 100 : Math.round(Math.exp(random.nextGaussian() + 4)),
              0,
              !up && random.nextInt(40) == 0));
    }
    jtl("all.jtl", samples);
    log("all.hlog", samples, Duration.ofSeconds(3), List.of("Up"));
  }

  private void jtl(String name, List<Sample> some) throws IOException {
    StringBuilder rows = new StringBuilder("timeStamp,elapsed,label,threadName,success\n");
    for (Sample sample : some) {
      rows.append(sample.startMillis()).append(',').append(sample.elapsedMillis()).append(',');
      rows.append(sample.label()).append(',').append(sample.user()).append(',');
      rows.append(!sample.failed()).append('\n');
    }
    Files.writeString(folder.resolve(name), rows);
  }

  private void log(String name, List<Sample> some, Duration warmUp, List<String> rising)
      throws IOException {
    RunRecorder recorder = new RunRecorder(new RecorderSettings(warmUp, rising));
    try (Journal journal = recorder.journal();
        LogWriter log =
            LogWriter.create(
                folder.resolve(name), recorder.settings(), Instant.ofEpochMilli(START))) {
      for (int i = 0; i < some.size(); i++) {
        recorder.record(some.get(i));
        if (i % 1_000 == 999 || i == some.size() - 1) {
          log.write(journal.take().orElseThrow());
        }
      }
      log.end(Optional.empty());
    }
  }

  @Test
  void bothGiveTheSameVerdictToTheDigit() throws Exception {
    String expected = verdict(1, "all.jtl");
    assertThat(expected).contains("\"PASS\"", "\"FAIL\"", "requestsPerSecond", "GET /up");
    assertThat(verdict(1, "all.hlog")).as("seed %d", SEED).isEqualTo(expected);
    assertThat(err.toString(UTF_8))
        .contains("all.hlog: its warm-up of 3 s was left out when it was written");
    try (OutputStream packed =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed.hlog.gz")))) {
      Files.copy(folder.resolve("all.hlog"), packed);
    }
    assertThat(verdict(1, "packed.hlog.gz")).isEqualTo(expected);
  }

  @Test
  void theyCanBeMixed() throws Exception {
    // Virtual users of the one are none of the other; both know the earliest sample.
    List<Sample> odd = new ArrayList<>();
    List<Sample> even = new ArrayList<>();
    for (Sample sample : samples) {
      (sample.user().hashCode() % 2 == 0 ? even : odd).add(sample);
    }
    Sample first = new Sample("Read", "setup: x", samples.get(0).user(), START - 1, 1, 0, false);
    odd.add(0, first);
    even.add(0, first);
    List<Sample> all = new ArrayList<>(samples);
    all.add(first);
    jtl("all.jtl", all);
    jtl("odd.jtl", odd);
    log("even.hlog", even, Duration.ofSeconds(3), List.of("Up"));

    assertThat(verdict(1, "odd.jtl", "even.hlog")).isEqualTo(verdict(1, "all.jtl"));
  }

  @Test
  void inAFolderALogBesideOtherResultsIsPassedOver() throws Exception {
    Path run = Files.createDirectory(folder.resolve("run"));
    Files.move(folder.resolve("all.hlog"), run.resolve("histograms.hlog"));
    String alone = verdict(1, "run");
    Files.copy(folder.resolve("all.jtl"), run.resolve("results.jtl"));

    assertThat(verdict(1, "run")).isEqualTo(alone);
    assertThat(err.toString(UTF_8)).contains("histograms.hlog is passed over");
  }

  @Test
  void whatALogCannotTellIsRefused() throws Exception {
    log("all.hlog", samples, Duration.ofSeconds(5), List.of());
    verdict(65, "all.hlog");
    assertThat(err.toString(UTF_8))
        .contains(
            "all.hlog: a warm-up of 5 s was left out when it was written, but the verdict asks for"
                + " 3 s",
            "all.hlog: it does not tell the virtual users of Up");
    Files.writeString(folder.resolve("all.hlog"), "#[Histogram log format version 1.3]\n");
    verdict(65, "all.hlog");
    assertThat(err.toString(UTF_8))
        .contains("all.hlog:1: the histogram log is not one of the SLO Assertion Listener");
  }

  @Test
  void aLogWithoutAnEndCanFailButNotPass() throws Exception {
    Path log = folder.resolve("all.hlog");
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.lastIndexOf("#[Written")));

    String verdict = verdict(1, "all.hlog");
    assertThat(verdict).contains("all.hlog: the histogram log has no end: the run was killed");
    assertThat(err.toString(UTF_8)).containsPattern("from line \\d+ on, was cut off: not counted");
  }

  /** The whole verdict.json. */
  private String verdict(int exitCode, String... results) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "verdict",
                folder.resolve("s.json").toString(),
                "--report",
                folder.resolve("report").toString(),
                "--results"));
    for (String name : results) {
      words.add(folder.resolve(name).toString());
    }
    Console console =
        new Console(
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
            new PrintStream(err, true, UTF_8));
    assertThat(Main.run(words.toArray(String[]::new), console))
        .as(err.toString(UTF_8))
        .isEqualTo(exitCode);
    Path verdict = folder.resolve("report/verdict.json");
    return Files.exists(verdict) ? Files.readString(verdict) : "";
  }
}
