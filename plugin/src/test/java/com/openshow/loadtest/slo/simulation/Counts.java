package com.openshow.loadtest.slo.simulation;

import com.openshow.loadtest.slo.confidence.DesignEffect;
import com.openshow.loadtest.slo.confidence.DesignEffect.Batch;
import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.Ranks;
import com.openshow.loadtest.slo.confidence.RateInterval;
import java.util.List;

/**
 * What the engine says, from counts alone: how many samples were above the target, or failed, in
 * each part of the run.
 *
 * <p>That is exact, not an approximation. The value of rank r is at most the target just when at
 * least r samples are; so every comparison of an order statistic with the target, and with it the
 * verdict and whether it is settled, is one of a rank with a count. {@code SimulationTest} holds
 * this against the engine, run by run.
 */
record Counts(long samples, long hits, double designEffect) {
  static Counts of(List<Batch> parts) {
    return new Counts(
        parts.stream().mapToLong(Batch::samples).sum(),
        parts.stream().mapToLong(Batch::hits).sum(),
        DesignEffect.of(parts));
  }

  /** The same counts, taken for those of independent requests. */
  Counts withoutDesignEffect() {
    return new Counts(samples, hits, 1);
  }

  /** The hits are samples above the target of a percentile. */
  Word percentile(double percentile) {
    // The subtrahend takes away what the division adds in the last bits.
    if (samples < 100 / (100 - percentile) - 1e-6) {
      return Word.INCONCLUSIVE;
    }
    Ranks ranks = Ranks.of(samples, percentile, designEffect);
    long within = samples - hits;
    boolean settled =
        (ranks.hasUpper() && ranks.upper() <= within)
            || (ranks.hasLower() && ranks.lower() > within);
    return Word.of(within >= rank(percentile), !settled);
  }

  private long rank(double percentile) {
    return (long) Math.ceil(percentile / 100 * samples - 1e-6);
  }

  /** The hits are failed samples, and the target is this share of them. */
  Word rate(double target) {
    Interval share = RateInterval.of(hits, samples, designEffect);
    boolean settled = share.high() <= target || share.low() > target;
    return Word.of(hits / (double) samples <= target, !settled);
  }
}
