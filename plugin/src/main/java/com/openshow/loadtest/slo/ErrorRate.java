package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The share of failed samples (status 400 or above, or failed in any other way) in percent. */
public record ErrorRate() implements Indicator {
  static final String KIND = "error_rate";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String unit() {
    return "%";
  }

  @Override
  public OptionalDouble observe(LabelStatistics statistics, Duration time) {
    return statistics.samples() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * statistics.errors() / statistics.samples());
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    return Optional.empty();
  }
}
