package com.openshow.loadtest.slo.confidence;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The interval of a share, such as that of failed requests, by C. Clopper and E. Pearson ("The use
 * of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934)):
 * never too narrow, however few the failures.
 */
public final class RateInterval {
  private RateInterval() {}

  /**
   * The interval of the share that {@code hits} of {@code samples} come from, 0 to 1.
   *
   * @param hits 0 to {@code samples}
   * @param samples at least 1
   * @param designEffect at least 1; as many samples tell as much as {@code samples / designEffect}
   *     independent ones
   */
  public static Interval of(long hits, long samples, double designEffect) {
    if (!(hits >= 0 && hits <= samples && samples >= 1 && designEffect >= 1)) {
      throw new IllegalArgumentException(
          "expected hits of samples and a design effect of at least 1, but had "
              + hits
              + ", "
              + samples
              + ", "
              + designEffect);
    }
    double independent = samples / designEffect;
    double effective = hits / designEffect;
    double low =
        hits == 0
            ? 0
            : BetaDistribution.of(effective, independent - effective + 1)
                .inverseCumulativeProbability(Interval.RISK);
    double high =
        hits == samples
            ? 1
            : BetaDistribution.of(effective + 1, independent - effective)
                .inverseSurvivalProbability(Interval.RISK);
    return new Interval(low, high);
  }
}
