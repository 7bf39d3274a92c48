package com.openshow.loadtest.benchmarks.memory;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Records an hour's run of many samples over many labels, and prints the heap that lives after it:
 * what is still used when the garbage has been collected. The JVM's own limit ({@code -Xmx}) shows
 * that this was enough meanwhile.
 */
public final class LiveHeap {
  private static final long SEED = 42;
  private static final int LABELS = 100;
  private static final int USERS = 50;
  private static final long START_MILLIS = 1_700_000_000_000L;
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int COLLECTIONS = 3;

  private LiveHeap() {}

  /** How many samples; 100,000,000 unless given. */
  public static void main(String[] args) {
    long samples = args.length == 0 ? 100_000_000 : Long.parseLong(args[0]);
    print(
        "seed %d, %,d samples over %d labels in an hour, -Xmx %.0f MiB%n",
        SEED, samples, LABELS, mebibytes(Runtime.getRuntime().maxMemory()));
    final double before = live();
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    try {
      measure(recorder, samples, before);
    } finally {
      Reference.reachabilityFence(recorder);
    }
  }

  private static void measure(RunRecorder recorder, long samples, double before) {
    long begin = System.nanoTime();
    record(recorder, samples);
    recorder.settle();
    double nanos = (System.nanoTime() - begin) / (double) samples;
    double recorded = live() - before;
    print("live heap of the recorder: %.1f MiB; %.0f ns a sample%n", recorded, nanos);
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    print("with the measurement that is judged: %.1f MiB%n", live() - before);
    LabelStatistics all = measurement.select(key -> true);
    print(
        "%,d samples, p95 %.0f ms, %d windows of time%n",
        all.samples(), all.latencies().percentile(95).orElseThrow(), measurement.parts().size());
  }

  private static void record(RunRecorder recorder, long samples) {
    SplittableRandom random = new SplittableRandom(SEED);
    String[] labels = new String[LABELS];
    for (int i = 0; i < LABELS; i++) {
      labels[i] = "GET /api/v1/things/" + i;
    }
    String[] users = new String[USERS];
    for (int i = 0; i < USERS; i++) {
      users[i] = "S_01 1-" + (i + 1);
    }
    for (long i = 0; i < samples; i++) {
      int label = random.nextInt(LABELS);
      // From 5 to 500 ms at the middle, with a tail to a minute.
      double middle = 5 * Math.pow(100, label / (double) LABELS);
      long millis = Math.min(60_000, (long) (middle / Math.sqrt(1 - random.nextDouble())));
      long end = START_MILLIS + i * HOUR_MILLIS / samples;
      recorder.record(
          new Sample(
              "S_01",
              labels[label],
              users[random.nextInt(USERS)],
              end - millis,
              millis,
              0,
              random.nextInt(1_000) == 0));
    }
  }

  /** In MiB. */
  private static double live() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return mebibytes(least);
  }

  private static double mebibytes(long bytes) {
    return bytes / 1024.0 / 1024.0;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
