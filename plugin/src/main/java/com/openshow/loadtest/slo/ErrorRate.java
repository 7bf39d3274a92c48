package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.RateInterval;
import com.openshow.loadtest.slo.confidence.Settling;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The share of failed samples (status 400 or above, or failed in any other way) in percent. */
public record ErrorRate() implements ShareBased {
  static final String NAME = "error_rate";

  @Override
  public String kind() {
    return NAME;
  }

  @Override
  public String unit() {
    return "%";
  }

  @Override
  public OptionalDouble observe(Selection selection) {
    LabelStatistics statistics = selection.statistics();
    return statistics.samples() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * statistics.errors() / statistics.samples());
  }

  @Override
  public long trials(Selection selection) {
    return selection.samples();
  }

  @Override
  public long hits(Selection selection, double target) {
    return selection.statistics().errors();
  }

  @Override
  public Interval interval(Selection selection, double designEffect) {
    LabelStatistics statistics = selection.statistics();
    Interval share = RateInterval.of(statistics.errors(), statistics.samples(), designEffect);
    return new Interval(100 * share.low(), 100 * share.high());
  }

  @Override
  public OptionalLong settledBy(Selection selection, double target, double designEffect) {
    LabelStatistics statistics = selection.statistics();
    return Settling.share(statistics.samples(), statistics.errors(), target / 100, designEffect);
  }
}
