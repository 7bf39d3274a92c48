package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Timing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What an objective looks at. */
public sealed interface Indicator
    permits ShareBased, LatencyIndicator, RequestRate, DataRate, WeightDeviation {
  /** The name under which the indicator is written in plans and reports, such as {@code p95}. */
  String kind();

  /** The unit of target and observed value. */
  String unit();

  /** How a value must stand to its target if nothing else is said. */
  default Comparison usual() {
    return Comparison.LTE;
  }

  /** The observed value in {@link #unit}; empty when nothing was measured. */
  OptionalDouble observe(Selection selection);

  /** Which times of the requests it looks at. */
  default Set<Timing> timings() {
    return EnumSet.of(Timing.RESPONSE);
  }

  /** Why the selection cannot be judged by this indicator; empty when it can. */
  default Optional<String> whyInconclusive(Selection selection) {
    return Optional.empty();
  }

  /** Whether more samples like these could do away with what {@link #whyInconclusive} says. */
  default boolean isSettledByMore(Selection selection) {
    return true;
  }

  /**
   * The indicator that {@link #kind} names.
   *
   * @throws IllegalArgumentException when {@code kind} is not one of {@link IndicatorKind#grammar}
   */
  static Indicator parse(String kind) {
    return IndicatorKind.find(kind)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown indicator \"" + kind + "\"; expected " + IndicatorKind.grammar()));
  }
}
