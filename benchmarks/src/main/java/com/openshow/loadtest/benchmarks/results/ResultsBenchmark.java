package com.openshow.loadtest.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Judges a recorded run, and has JMeter make its dashboard from the same file: how long both take,
 * and whose p95 is right.
 */
public final class ResultsBenchmark {
  private static final long SEED = 42;
  private static final int ROWS = 1_000_000;

  private ResultsBenchmark() {}

  /**
   * Takes the project's root, a folder for files of 150 bytes a row, and how many rows (1,000,000).
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      System.err.println("usage: ResultsBenchmark ROOT FOLDER [ROWS]");
      System.exit(64);
    }
    Path root = Path.of(args[0]);
    Path folder = Files.createDirectories(Path.of(args[1]));
    int rows = args.length > 2 ? Integer.parseInt(args[2]) : ROWS;
    Path file = folder.resolve("results.jtl");
    System.out.printf(Locale.ROOT, "seed %d, %,d rows%n", SEED, rows);
    RecordedRun run = RecordedRun.write(file, rows, SEED);
    Path scenarios =
        Files.writeString(
            folder.resolve("scenarios.json"),
            String.format(
                Locale.ROOT,
                """
      {
        "project_name": "Results benchmark",
        "test_tool": "JMeter",
        "staging_url": "http://127.0.0.1:8080",
        "global_vus": 50,
        "global_duration": "1h",
        "scenarios": [
          {"name": "%s", "type": "Load/Soak", "target_vus": 50, "endpoints": [%s]}
        ]
      }
      """,
                RecordedRun.SCENARIO,
                RecordedRun.PATHS.stream()
                    .map(
                        path ->
                            String.format(
                                Locale.ROOT,
                                "{\"path\": \"%s\", \"method\": \"GET\", \"weight\": 25, \"slo_p95_ms\": 100000}",
                                path))
                    .collect(Collectors.joining(", "))));
    Timed verdict = verdict(root, folder, scenarios, file);
    Timed dashboard = dashboard(root, folder, file);
    System.out.printf(
        Locale.ROOT,
        "verdict, 64 MB of heap: %.1f s, %.1f s CPU%n"
            + "jmeter -g, its own heap: %.1f s, %.1f s CPU%n"
            + "ratio: %.1f by time, %.1f by CPU%n",
        verdict.wallSeconds(),
        verdict.cpuSeconds(),
        dashboard.wallSeconds(),
        dashboard.cpuSeconds(),
        dashboard.wallSeconds() / verdict.wallSeconds(),
        dashboard.cpuSeconds() / verdict.cpuSeconds());
    compare(run, folder);
  }

  private static Timed verdict(Path root, Path folder, Path scenarios, Path file)
      throws IOException, InterruptedException {
    return Timed.run(
        folder.resolve("verdict.log"),
        // One request in 500 fails, so that the error rate is breached.
        Set.of(1),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-jar",
            root.resolve("generator/target/loadtest.jar").toString(),
            "verdict",
            scenarios.toString(),
            "--results",
            file.toString(),
            "--report",
            folder.resolve("verdict").toString()));
  }

  private static Timed dashboard(Path root, Path folder, Path file)
      throws IOException, InterruptedException {
    return Timed.run(
        folder.resolve("dashboard.log"),
        Set.of(0),
        List.of(
            root.resolve("distribution/target/openshow-loadtest/bin/jmeter").toString(),
            "-g",
            file.toString(),
            "-o",
            folder.resolve("dashboard").toString(),
            "-j",
            folder.resolve("jmeter.log").toString()));
  }

  private static void compare(RecordedRun run, Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode objectives =
        json.readTree(folder.resolve("verdict/verdict.json").toFile()).path("objectives");
    JsonNode statistics = json.readTree(folder.resolve("dashboard/statistics.json").toFile());
    for (int i = 0; i < RecordedRun.PATHS.size(); i++) {
      String label = "GET " + RecordedRun.PATHS.get(i);
      int exact = run.exactP95(i);
      double judged = Double.NaN;
      for (JsonNode objective : objectives) {
        if (objective.path("label").asText().equals(label)) {
          judged = objective.path("observed").asDouble();
        }
      }
      double shown = statistics.path(label).path("pct2ResTime").asDouble(Double.NaN);
      System.out.printf(
          Locale.ROOT,
          "%-30s p95 exact %d ms, verdict %.0f ms (%+.1f %%), jmeter -g %.0f ms (%+.1f %%)%n",
          label,
          exact,
          judged,
          100 * (judged / exact - 1),
          shown,
          100 * (shown / exact - 1));
    }
  }
}
