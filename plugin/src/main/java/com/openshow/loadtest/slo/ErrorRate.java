package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.RateInterval;
import com.openshow.loadtest.slo.confidence.Settling;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The share of failed samples (status 400 or above, or failed in any other way) in percent. */
public record ErrorRate() implements ShareBased {
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
  public long hits(LabelStatistics statistics, double target) {
    return statistics.errors();
  }

  @Override
  public Interval interval(LabelStatistics statistics, double designEffect) {
    Interval share = RateInterval.of(statistics.errors(), statistics.samples(), designEffect);
    return new Interval(100 * share.low(), 100 * share.high());
  }

  @Override
  public OptionalLong settledBy(LabelStatistics statistics, double target, double designEffect) {
    return Settling.share(statistics.samples(), statistics.errors(), target / 100, designEffect);
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    return Optional.empty();
  }
}
