package com.openshow.loadtest.slo.confidence;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Between which order statistics of a sample the true percentile lies, whatever the distribution.
 *
 * <p>Of {@code n} independent values the number {@code B} that lie below the p-quantile is binomial
 * with {@code n} and {@code p}. So the value of rank {@code lower} lies above the quantile only if
 * {@code B < lower}, and that of rank {@code upper} below it only if {@code B >= upper} (W.
 * Conover, "Practical Nonparametric Statistics", 3rd edition, section 3.2; G. Hahn, W. Meeker,
 * "Statistical Intervals", section 5.2).
 *
 * <p>Values that depend on each other tell less. A sample with a {@link DesignEffect} of {@code d}
 * is taken for one of {@code n / d} independent values, and the ranks are widened to match.
 *
 * @param lower counted from 1; 0 where there are too few samples for a lower bound
 * @param upper counted from 1; more than {@code samples} where there are too few for an upper bound
 * @param samples the size of the sample
 */
public record Ranks(long lower, long upper, long samples) {
  public Ranks {
    if (!(0 <= lower && lower <= upper && upper <= samples + 1)) {
      throw new IllegalArgumentException(
          "ranks must rise from 0 to " + (samples + 1) + ", but were " + lower + ", " + upper);
    }
  }

  /**
   * The ranks for a percentile.
   *
   * @param samples the size of the sample, at least 1
   * @param percentile greater than 0 and less than 100
   * @param designEffect at least 1
   */
  public static Ranks of(long samples, double percentile, double designEffect) {
    if (!(samples >= 1 && percentile > 0 && percentile < 100 && designEffect >= 1)) {
      throw new IllegalArgumentException(
          "expected samples, a percentile between 0 and 100, and a design effect of at least 1, but"
              + " had "
              + samples
              + ", "
              + percentile
              + ", "
              + designEffect);
    }
    int independent =
        (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(samples / designEffect)));
    BinomialDistribution below = BinomialDistribution.of(independent, percentile / 100);
    // The least x with P(B <= x) >= RISK: so P(B < x) < RISK.
    long lower = below.inverseCumulativeProbability(Interval.RISK);
    // The least x with P(B > x) <= RISK: so P(B >= x + 1) <= RISK.
    long upper = below.inverseSurvivalProbability(Interval.RISK) + 1L;
    double stretch = samples / (double) independent;
    return new Ranks(
        (long) Math.floor(lower * stretch),
        upper > independent
            ? samples + 1
            : Math.min(samples + 1, (long) Math.ceil(upper * stretch)),
        samples);
  }

  /** Whether there are enough samples for a lower bound. */
  public boolean hasLower() {
    return lower >= 1;
  }

  /** Whether there are enough samples for an upper bound. */
  public boolean hasUpper() {
    return upper <= samples;
  }
}
