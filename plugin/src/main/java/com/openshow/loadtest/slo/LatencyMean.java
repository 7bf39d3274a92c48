package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The mean latency in milliseconds over all samples, failed ones included. */
public record LatencyMean() implements Indicator {
  static final String KIND = "avg";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String unit() {
    return "ms";
  }

  @Override
  public OptionalDouble observe(LabelStatistics statistics, Duration time) {
    return statistics.latencies().mean();
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    return statistics.whyNoLatency();
  }
}
