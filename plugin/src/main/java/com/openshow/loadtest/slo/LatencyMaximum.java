package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The greatest latency in milliseconds.
 *
 * @param which of which requests
 */
public record LatencyMaximum(WhichLatency which) implements LatencyIndicator {
  static final String NAME = "max";

  public LatencyMaximum {
    Objects.requireNonNull(which, "which");
  }

  @Override
  public String kind() {
    return NAME + which.suffix();
  }

  @Override
  public LatencyIndicator over(WhichLatency other) {
    return new LatencyMaximum(other);
  }

  @Override
  public OptionalDouble observe(LatencyDistribution latencies) {
    return latencies.percentile(100);
  }
}
