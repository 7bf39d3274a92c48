package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an objective looks at. An objective holds when the observed value is at most its target, or
 * at least, where a greater value is better ({@link #isMinimum}).
 */
public sealed interface Indicator permits ShareBased, LatencyMean, LatencyMaximum, RequestRate {
  /** The forms {@link #parse} understands, for messages and documents. */
  String GRAMMAR = "p<percentile> (such as p95 or p99.9), avg, max, error_rate, or min_rps";

  /** The name under which the indicator is written in plans and reports, such as {@code p95}. */
  String kind();

  /** The unit of target and observed value. */
  String unit();

  /**
   * The observed value in {@link #unit}; empty when nothing was measured.
   *
   * @param time how long was measured
   */
  OptionalDouble observe(LabelStatistics statistics, Duration time);

  /** Whether the target is the least value with which an objective holds, and not the greatest. */
  default boolean isMinimum() {
    return false;
  }

  /** Why {@code statistics} cannot be judged by this indicator; empty when they can. */
  Optional<String> whyInconclusive(LabelStatistics statistics);

  /**
   * The indicator that {@link #kind} names.
   *
   * @throws IllegalArgumentException when {@code kind} is not one of {@link #GRAMMAR}
   */
  static Indicator parse(String kind) {
    return switch (kind) {
      case ErrorRate.KIND -> new ErrorRate();
      case LatencyMean.KIND -> new LatencyMean();
      case LatencyMaximum.KIND -> new LatencyMaximum();
      case RequestRate.KIND -> new RequestRate();
      default -> percentile(kind);
    };
  }

  private static Indicator percentile(String kind) {
    Matcher percentile = Pattern.compile("p(\\d{1,3}(?:\\.\\d{1,9})?)").matcher(kind);
    if (percentile.matches()) {
      return new LatencyPercentile(Double.parseDouble(percentile.group(1)));
    }
    throw new IllegalArgumentException("unknown indicator \"" + kind + "\"; expected " + GRAMMAR);
  }
}
