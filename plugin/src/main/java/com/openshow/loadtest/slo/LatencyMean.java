package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The mean latency in milliseconds.
 *
 * @param which of which requests
 */
public record LatencyMean(WhichLatency which) implements LatencyIndicator {
  static final String NAME = "avg";

  public LatencyMean {
    Objects.requireNonNull(which, "which");
  }

  @Override
  public String kind() {
    return NAME + which.suffix();
  }

  @Override
  public LatencyIndicator over(WhichLatency other) {
    return new LatencyMean(other);
  }

  @Override
  public OptionalDouble observe(LatencyDistribution latencies) {
    return latencies.mean();
  }
}
