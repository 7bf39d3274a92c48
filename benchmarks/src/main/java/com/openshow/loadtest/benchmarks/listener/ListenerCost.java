package com.openshow.loadtest.benchmarks.listener;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark with 1, 2 and 50 threads, and prints throughputs and their ratios. */
public final class ListenerCost {
  private static final List<String> THREADS = List.of("1", "2", "50");

  private ListenerCost() {}

  /** Numbers of threads; 1, 2 and 50 unless given. */
  public static void main(String[] args) throws RunnerException {
    StringBuilder tables = new StringBuilder();
    for (String number : args.length == 0 ? THREADS : List.of(args)) {
      int threads = Integer.parseInt(number);
      Collection<RunResult> results =
          new Runner(
                  new OptionsBuilder()
                      .include(ListenerBenchmark.class.getSimpleName())
                      .threads(threads)
                      .forks(1)
                      // The heap is JMeter's default. The panel of the Aggregate Report keeps
                      // Swing's thread alive at the end.
                      .jvmArgs(
                          "-Xmx1g",
                          "-XX:+ExitOnOutOfMemoryError",
                          "-Djava.awt.headless=true",
                          "-Djmh.shutdownTimeout=1")
                      .warmupIterations(2)
                      .warmupTime(TimeValue.seconds(1))
                      .measurementIterations(5)
                      .measurementTime(TimeValue.seconds(1))
                      .timeout(TimeValue.minutes(1))
                      .build())
              .run();
      append(tables, threads, samplesPerSecond(results, "listen"), "listener alone");
      append(tables, threads, samplesPerSecond(results, "workAndListen"), "with work");
    }
    System.out.println(tables);
  }

  private static void append(
      StringBuilder tables, int threads, Map<Kind, Double> samples, String what) {
    tables.append(
        String.format(
            Locale.ROOT,
            "%n%d thread(s), %s (load average %.1f):%n",
            threads,
            what,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    double yardstick = samples.getOrDefault(Kind.NO_OP, Double.NaN);
    for (Kind kind : Kind.values()) {
      double perSecond = samples.getOrDefault(kind, Double.NaN);
      tables.append(
          String.format(
              Locale.ROOT,
              "%-17s %,13.0f samples/s, %8.0f ns, %.3f of the no-op's throughput%n",
              kind,
              perSecond,
              1e9 / perSecond,
              perSecond / yardstick));
    }
  }

  private static Map<Kind, Double> samplesPerSecond(Collection<RunResult> results, String name) {
    Map<Kind, Double> byKind = new EnumMap<>(Kind.class);
    results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .forEach(
            result ->
                byKind.put(
                    Kind.valueOf(result.getParams().getParam("kind")),
                    // The median: other work on the machine spoils single iterations.
                    result.getPrimaryResult().getStatistics().getPercentile(50)));
    return byKind;
  }
}
