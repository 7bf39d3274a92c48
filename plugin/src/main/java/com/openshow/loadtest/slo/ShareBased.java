package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import java.util.OptionalLong;

/**
 * An indicator that rests on a share of the samples: of those above the target, or of those that
 * failed. How certain it is follows from the share, whatever the shape of the latencies.
 */
public sealed interface ShareBased extends Indicator permits LatencyPercentile, ErrorRate {
  /** How many samples there are. */
  long trials(Selection selection);

  /** How many of them speak against the target. */
  long hits(Selection selection, double target);

  /**
   * Where the true value lies, in {@link #unit}.
   *
   * @param selection at least one sample
   * @param designEffect at least 1: by how much less the samples tell than independent ones
   */
  Interval interval(Selection selection, double designEffect);

  /**
   * How many samples would settle whether the value is at most the target, if what comes is like
   * what was.
   *
   * @return empty when no number would
   */
  OptionalLong settledBy(Selection selection, double target, double designEffect);
}
