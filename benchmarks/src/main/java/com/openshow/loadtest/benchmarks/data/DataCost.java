package com.openshow.loadtest.benchmarks.data;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark with 1 and 2 threads, and prints throughputs, ratios and allocation. */
public final class DataCost {
  private DataCost() {}

  /** Seconds that each is measured; 5 unless given. */
  public static void main(String[] args) throws RunnerException {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Map<String, RunResult> alone = run(1, seconds);
    Map<String, RunResult> both = run(2, seconds);
    StringBuilder table = new StringBuilder();
    line(table, "", "1 thread", "2 threads", "scaling", "x UUID", "bytes");
    double yardstick = perSecond(both, Means.UUID.name());
    for (String name : alone.keySet()) {
      double one = perSecond(alone, name);
      double two = perSecond(both, name);
      line(
          table,
          name,
          String.format(Locale.ROOT, "%.1f M/s", one / 1e6),
          String.format(Locale.ROOT, "%.1f M/s", two / 1e6),
          String.format(Locale.ROOT, "%.2f", two / one),
          String.format(Locale.ROOT, "%.1f", two / yardstick),
          String.format(Locale.ROOT, "%.0f", bytes(alone, name)));
    }
    System.out.println(table);
    System.out.printf(
        Locale.ROOT,
        "Load average at the end: %.1f%n",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void line(StringBuilder table, String name, String... columns) {
    table.append(String.format(Locale.ROOT, "%-16s", name));
    for (String column : columns) {
      table.append(String.format(Locale.ROOT, "%12s", column));
    }
    table.append(System.lineSeparator());
  }

  private static Map<String, RunResult> run(int threads, int seconds) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(DataBenchmark.class.getSimpleName())
                    .threads(threads)
                    .forks(1)
                    // The heap is JMeter's default.
                    .jvmArgs("-Xms1g", "-Xmx1g", "-Djava.awt.headless=true")
                    .addProfiler(GCProfiler.class)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(seconds)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    Map<String, RunResult> byName = new LinkedHashMap<>();
    for (RunResult result : results) {
      String means = result.getParams().getParam("means");
      byName.put(means == null ? "CSV_DATA_SET" : means, result);
    }
    return byName;
  }

  private static double perSecond(Map<String, RunResult> results, String name) {
    // The median: other work on the machine spoils single iterations.
    return result(results, name).getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static double bytes(Map<String, RunResult> results, String name) {
    return Objects.requireNonNull(
            result(results, name).getSecondaryResults().get("gc.alloc.rate.norm"))
        .getScore();
  }

  private static RunResult result(Map<String, RunResult> results, String name) {
    RunResult result = results.get(name);
    if (result == null) {
      throw new IllegalStateException("no result of " + name);
    }
    return result;
  }
}
