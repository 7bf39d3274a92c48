package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The greatest latency in milliseconds over all samples, failed ones included. */
public record LatencyMaximum() implements Indicator {
  static final String KIND = "max";

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
    return statistics.latencies().percentile(100);
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    return statistics.whyNoLatency();
  }
}
