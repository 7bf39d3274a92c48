package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
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
 * @param remedy what would settle it; empty where it is settled, or nobody knows
 */
public record Certainty(
    Optional<Interval> interval, double designEffect, boolean borderline, Optional<String> remedy) {
  /** Nothing is known. */
  public static final Certainty UNKNOWN =
      new Certainty(Optional.empty(), 1, false, Optional.empty());

  public Certainty {
    if (!(designEffect >= 1)) {
      throw new IllegalArgumentException(
          "designEffect must be at least 1, but was " + designEffect);
    }
  }

  /** How certain it is whether the objective holds. */
  static Certainty of(Objective objective, Bar bar, Selection selection, Measurement measurement) {
    if (!(objective.indicator() instanceof ShareBased indicator)
        || indicator.trials(selection) == 0) {
      return UNKNOWN;
    }
    // Where the target itself is on the other side, what equals it counts as above.
    double level =
        bar.op().holds(bar.value(), bar.value()) == bar.op().isMinimum()
            ? Math.nextDown(bar.value())
            : bar.value();
    double effect = Figure.designEffect(indicator, level, objective.scope(), measurement);
    Interval interval = indicator.interval(selection, effect);
    if (bar.holds(interval.low()) == bar.holds(interval.high())) {
      return new Certainty(Optional.of(interval), effect, false, Optional.empty());
    }
    return new Certainty(
        Optional.of(interval),
        effect,
        true,
        Optional.of(
            remedy(
                indicator.trials(selection),
                indicator.settledBy(selection, level, effect),
                measurement.time())));
  }

  /** What is to be said of a verdict that more samples could turn; nothing of a settled one. */
  String doubt(String unit) {
    if (!borderline) {
      return "";
    }
    return interval
            .map(range -> ", but the true value may be " + Quantity.format(range, unit))
            .orElse("")
        + remedy.map(what -> "; " + what).orElse("");
  }

  private static String remedy(long samples, OptionalLong settledBy, Duration time) {
    if (settledBy.isEmpty()) {
      return "it is too near the target for any number of samples to settle";
    }
    long more = Math.max(1, settledBy.getAsLong() - samples);
    return String.format(
        Locale.ROOT,
        "about %,d more sample%s would settle it, if they are like these%s",
        more,
        more == 1 ? "" : "s",
        inTime((double) more, samples, time));
  }

  /** How long it takes to get more samples, where {@code time} brought so many. */
  static String inTime(double more, long samples, Duration time) {
    double seconds = time.toMillis() / 1000.0 * more / samples;
    return seconds > 0 ? " (" + human(seconds) + " at this rate)" : "";
  }

  private static String human(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    return seconds < 5400 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
  }
}
