package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an objective looks at. A smaller value is better for every indicator, so an objective holds
 * when the observed value is at most its target.
 */
public sealed interface Indicator permits LatencyPercentile, ErrorRate {
  /** The forms {@link #parse} understands, for messages and documents. */
  String GRAMMAR = "p<percentile> (such as p95 or p99.9), or error_rate";

  /** The name under which the indicator is written in plans and reports, such as {@code p95}. */
  String kind();

  /** The unit of target and observed value. */
  String unit();

  /** The observed value in {@link #unit}; empty when nothing was measured. */
  OptionalDouble observe(LabelStatistics statistics);

  /** Why {@code statistics} cannot be judged by this indicator; empty when they can. */
  Optional<String> whyInconclusive(LabelStatistics statistics);

  /**
   * The indicator that {@link #kind} names.
   *
   * @throws IllegalArgumentException when {@code kind} is not one of {@link #GRAMMAR}
   */
  static Indicator parse(String kind) {
    if (kind.equals(ErrorRate.KIND)) {
      return new ErrorRate();
    }
    Matcher percentile = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,9})?)").matcher(kind);
    if (percentile.matches()) {
      return new LatencyPercentile(Double.parseDouble(percentile.group(1)));
    }
    throw new IllegalArgumentException("unknown indicator \"" + kind + "\"; expected " + GRAMMAR);
  }
}
