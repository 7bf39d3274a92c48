package com.openshow.loadtest.slo.confidence;

import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * How many samples would settle a figure that its interval leaves open, if what comes is like what
 * was.
 */
public final class Settling {
  private static final long MOST = 10_000_000_000L;

  private Settling() {}

  /**
   * The least size of a sample of percentile {@code percentile} that settles it.
   *
   * @param samples how many there are, at least 1
   * @param above how many of them are above the target
   * @return empty when no number of up to ten thousand million settles it
   */
  public static OptionalLong percentile(
      long samples, long above, double percentile, double designEffect) {
    return least(
        samples,
        size -> {
          Ranks ranks = Ranks.of(size, percentile, designEffect);
          long within = size - scaled(above, samples, size);
          boolean passes = ranks.hasUpper() && ranks.upper() <= within;
          boolean fails = ranks.hasLower() && ranks.lower() > within;
          return passes || fails;
        });
  }

  /**
   * The least number of samples that settles whether a share is at most {@code target}.
   *
   * @param samples how many there are, at least 1
   * @param hits how many of them count
   * @param target 0 to 1
   * @return empty when no number of up to ten thousand million settles it
   */
  public static OptionalLong share(long samples, long hits, double target, double designEffect) {
    return least(
        samples,
        size -> {
          Interval share = RateInterval.of(scaled(hits, samples, size), size, designEffect);
          return share.high() <= target || share.low() > target;
        });
  }

  private static long scaled(long part, long samples, long size) {
    return Math.min(size, Math.round(part / (double) samples * size));
  }

  private static OptionalLong least(long samples, LongPredicate isSettled) {
    long open = samples;
    long settled = samples;
    while (!isSettled.test(settled)) {
      if (settled > MOST) {
        return OptionalLong.empty();
      }
      open = settled;
      settled *= 2;
    }
    while (settled - open > 1) {
      long middle = open + (settled - open) / 2;
      if (isSettled.test(middle)) {
        settled = middle;
      } else {
        open = middle;
      }
    }
    return OptionalLong.of(settled);
  }
}
