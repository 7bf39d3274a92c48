package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Samples per second over the whole time that is judged, failed ones included. */
public record RequestRate() implements Indicator {
  static final String KIND = "min_rps";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String unit() {
    return "/s";
  }

  @Override
  public boolean isMinimum() {
    return true;
  }

  @Override
  public OptionalDouble observe(LabelStatistics statistics, Duration time) {
    return time.toMillis() <= 0 || statistics.samples() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(statistics.samples() * 1000.0 / time.toMillis());
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    return Optional.empty();
  }
}
