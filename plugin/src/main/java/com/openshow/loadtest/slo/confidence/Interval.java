package com.openshow.loadtest.slo.confidence;

/**
 * Where the true value lies: below {@code low} with a probability of at most {@link #RISK}, and
 * above {@code high} with at most {@link #RISK}.
 *
 * @param low the lower bound; negative infinity where there are too few samples for one
 * @param high the upper bound, at least {@code low}; infinity where there are too few samples
 */
public record Interval(double low, double high) {
  /**
   * The greatest probability with which the true value lies beyond one bound. With it, 59 samples
   * under the target settle a p95, 299 a p99, and 29,956 requests without an error an error rate of
   * 0.01 %.
   */
  public static final double RISK = 0.05;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most " + high + ", but was " + low);
    }
  }
}
