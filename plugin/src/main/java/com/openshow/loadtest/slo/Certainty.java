package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.DesignEffect;
import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How certain an outcome is.
 *
 * @param interval where the true value lies, in the indicator's unit; empty for indicators of which
 *     that is not known
 * @param designEffect by how much less the samples told than independent ones, at least 1
 * @param borderline whether the interval holds the target: more samples could turn the verdict
 * @param remedy what would settle it; empty where it is settled
 */
public record Certainty(
    Optional<Interval> interval, double designEffect, boolean borderline, Optional<String> remedy) {
  /** Nothing is known. */
  static final Certainty UNKNOWN = new Certainty(Optional.empty(), 1, false, Optional.empty());

  public Certainty {
    if (!(designEffect >= 1)) {
      throw new IllegalArgumentException(
          "designEffect must be at least 1, but was " + designEffect);
    }
  }

  /** How certain it is whether the objective holds. */
  static Certainty of(Objective objective, LabelStatistics statistics, Measurement measurement) {
    if (!(objective.indicator() instanceof ShareBased indicator) || statistics.samples() == 0) {
      return UNKNOWN;
    }
    double target = objective.target();
    double effect =
        DesignEffect.of(
            measurement.parts().stream()
                .map(part -> part.select(objective.scope()::covers))
                .map(part -> new DesignEffect.Batch(part.samples(), indicator.hits(part, target)))
                .toList());
    Interval interval = indicator.interval(statistics, effect);
    boolean settled = interval.high() <= target || interval.low() > target;
    return new Certainty(
        Optional.of(interval),
        effect,
        !settled,
        settled
            ? Optional.empty()
            : Optional.of(
                remedy(
                    statistics.samples(),
                    indicator.settledBy(statistics, target, effect),
                    Duration.between(measurement.startedAt(), measurement.endedAt()))));
  }

  private static String remedy(long samples, OptionalLong settledBy, Duration time) {
    if (settledBy.isEmpty()) {
      return "it is too near the target for any number of samples to settle";
    }
    long more = Math.max(1, settledBy.getAsLong() - samples);
    double seconds = time.toMillis() / 1000.0 * more / samples;
    return String.format(
        Locale.ROOT,
        "about %,d more sample%s would settle it, if they are like these%s",
        more,
        more == 1 ? "" : "s",
        seconds > 0 ? " (" + human(seconds) + " at this rate)" : "");
  }

  private static String human(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }
}
