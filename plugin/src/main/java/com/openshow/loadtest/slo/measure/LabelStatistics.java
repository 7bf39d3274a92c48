package com.openshow.loadtest.slo.measure;

import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What was measured under one key, or under several merged.
 *
 * @param samples how many samples were taken, failed ones included
 * @param errors how many of them failed, 0..samples
 * @param latencies the latencies of all samples, failed ones included
 */
public record LabelStatistics(long samples, long errors, LatencyDistribution latencies) {
  public LabelStatistics {
    Objects.requireNonNull(latencies, "latencies");
    if (!(errors >= 0 && errors <= samples)) {
      throw new IllegalArgumentException(
          "errors must be between 0 and the " + samples + " samples, but was " + errors);
    }
  }

  /** Nothing measured. */
  public static LabelStatistics none() {
    return new LabelStatistics(
        0, 0, new LatencyDistribution(new Histogram(LabelRecorder.SIGNIFICANT_DIGITS)));
  }

  /** Why latencies cannot be judged at all: no request succeeded; empty when one did. */
  public Optional<String> whyNoLatency() {
    return errors == samples && samples > 0
        ? Optional.of(
            "none of the " + samples + " requests succeeded: how fast they failed is no latency")
        : Optional.empty();
  }

  /** The exact merge of the two. */
  public LabelStatistics merge(LabelStatistics other) {
    return new LabelStatistics(
        samples + other.samples, errors + other.errors, latencies.merge(other.latencies));
  }
}
