package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The least latency in milliseconds.
 *
 * @param which of which requests
 */
public record LatencyMinimum(WhichLatency which) implements LatencyIndicator {
  static final String NAME = "min";

  public LatencyMinimum {
    Objects.requireNonNull(which, "which");
  }

  @Override
  public String kind() {
    return NAME + which.suffix();
  }

  @Override
  public LatencyIndicator over(WhichLatency other) {
    return new LatencyMinimum(other);
  }

  @Override
  public OptionalDouble observe(LatencyDistribution latencies) {
    return latencies.minimum();
  }
}
