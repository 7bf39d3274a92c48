package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.util.OptionalLong;

/**
 * An indicator that rests on a share of the samples: of those above the target, or of those that
 * failed. How certain it is follows from the share, whatever the shape of the latencies.
 */
public sealed interface ShareBased extends Indicator permits LatencyPercentile, ErrorRate {
  /** How many samples speak against the target. */
  long hits(LabelStatistics statistics, double target);

  /**
   * Where the true value lies, in {@link #unit}.
   *
   * @param statistics at least one sample
   * @param designEffect at least 1: by how much less the samples tell than independent ones
   */
  Interval interval(LabelStatistics statistics, double designEffect);

  /**
   * How many samples would settle whether the target is met, if what comes is like what was.
   *
   * @return empty when no number would
   */
  OptionalLong settledBy(LabelStatistics statistics, double target, double designEffect);
}
