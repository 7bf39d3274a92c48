package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.util.Objects;

/**
 * What was measured of an objective's scope.
 *
 * @param statistics of the samples in the scope
 * @param siblings how many requests its scenario made in all, these included
 * @param time how long was measured
 */
public record Selection(LabelStatistics statistics, long siblings, Duration time) {
  public Selection {
    Objects.requireNonNull(statistics, "statistics");
    Objects.requireNonNull(time, "time");
  }

  /** What a measurement has of a scope, as far as an indicator looks at it. */
  static Selection of(Measurement measurement, Scope scope, Indicator indicator) {
    Scope scenario = new Scope(scope.scenario(), "");
    long siblings =
        measurement.statistics().entrySet().stream()
            .filter(entry -> scenario.covers(entry.getKey()))
            .mapToLong(entry -> entry.getValue().samples())
            .sum();
    return new Selection(
        measurement.select(scope::covers, indicator.timings()), siblings, measurement.time());
  }

  /** How many samples are in the scope. */
  long samples() {
    return statistics.samples();
  }

  /** A number of something a second; NaN when no time went by. */
  double perSecond(double amount) {
    return time.toMillis() <= 0 ? Double.NaN : amount * 1000.0 / time.toMillis();
  }
}
