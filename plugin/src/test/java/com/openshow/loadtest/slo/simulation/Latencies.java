package com.openshow.loadtest.slo.simulation;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Latencies in whole milliseconds, rounded up, of which a percentile is known: a multiple of a
 * shape, so that the percentile is the target, or a multiple of it.
 *
 * <p>Rounded up, a latency is at most a target of whole milliseconds just when it was so before. So
 * the share at or under the target is exact, and no rounding shifts it.
 */
record Latencies(Shape shape, double scale) {
  /**
   * The target of every simulation in milliseconds. Above 2,047 ms a histogram's buckets are wider
   * than one millisecond, which is shown elsewhere ({@code LatencyAccuracyTest}).
   */
  static final long TARGET = 500;

  private static final int BISECTIONS = 60;

  /** Latencies whose percentile is {@code factor} times the target. */
  static Latencies with(Shape shape, double percentile, double factor) {
    return new Latencies(shape, factor * TARGET / shape.quantile(percentile / 100));
  }

  long draw(UniformRandomProvider random) {
    // The last bits of a product must not lift a constant of 500 to 501.
    return (long) Math.ceil(scale * shape.quantile(random.nextDouble()) - 1e-9);
  }

  /** The share of latencies above the target. */
  double shareAbove() {
    double under = 0;
    double over = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (under + over) / 2;
      if (middle < 1 && scale * shape.quantile(middle) - 1e-9 <= TARGET) {
        under = middle;
      } else {
        over = middle;
      }
    }
    return 1 - under;
  }
}
