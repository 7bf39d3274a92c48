package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.DesignEffect;
import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Objects;
import java.util.Optional;

/**
 * A figure that was measured.
 *
 * @param value in the indicator's unit
 * @param interval where the true value lies; empty for indicators of which that is not known
 * @param designEffect by how much less the samples told than independent ones, at least 1
 */
public record Figure(double value, Optional<Interval> interval, double designEffect) {
  public Figure {
    Objects.requireNonNull(interval, "interval");
    if (!(Double.isFinite(value) && designEffect >= 1)) {
      throw new IllegalArgumentException(
          "expected a number and a design effect of at least 1, but had "
              + value
              + " and "
              + designEffect);
    }
  }

  /** A value that was observed, with what is known of its certainty. */
  static Figure of(
      double value, Indicator indicator, Scope scope, Selection selection, Measurement whole) {
    if (!(indicator instanceof ShareBased share) || share.trials(selection) == 0) {
      return new Figure(value, Optional.empty(), 1);
    }
    double effect = designEffect(share, value, scope, whole);
    return new Figure(value, Optional.of(share.interval(selection, effect)), effect);
  }

  /**
   * By how much less the samples tell than independent ones.
   *
   * @param level what divides them into hits and others
   */
  static double designEffect(
      ShareBased indicator, double level, Scope scope, Measurement measurement) {
    return DesignEffect.of(
        measurement.parts().stream()
            .map(part -> Selection.of(part, scope, indicator))
            .map(
                part -> new DesignEffect.Batch(indicator.trials(part), indicator.hits(part, level)))
            .toList());
  }
}
