package com.openshow.loadtest.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark with 1 and with 2 threads, and prints nanoseconds and their ratio. */
public final class Main {
  private Main() {}

  /** No arguments. */
  public static void main(String[] args) throws RunnerException {
    StringBuilder table = new StringBuilder();
    for (int threads = 1; threads <= 2; threads++) {
      Collection<RunResult> results =
          new Runner(
                  new OptionsBuilder()
                      .include(IterationBenchmark.class.getSimpleName())
                      .threads(threads)
                      .forks(2)
                      .warmupIterations(3)
                      .warmupTime(TimeValue.seconds(1))
                      .measurementIterations(5)
                      .measurementTime(TimeValue.seconds(1))
                      .build())
              .run();
      double mix = nanoseconds(results, "weightedMix");
      double simple = nanoseconds(results, "simpleController");
      table.append(
          String.format(
              Locale.ROOT,
              "%d thread(s): Weighted Mix %.1f ns, Simple Controller %.1f ns, ratio %.2f%n",
              threads,
              mix,
              simple,
              mix / simple));
    }
    System.out.println(table);
  }

  private static double nanoseconds(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
