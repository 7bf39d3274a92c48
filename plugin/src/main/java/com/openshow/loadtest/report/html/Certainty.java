package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.confidence.Interval;
import java.util.Objects;
import java.util.Optional;

/**
 * How certain the observed value of an outcome is.
 *
 * @param interval where the true value lies, in the indicator's unit; empty where none is known
 * @param borderline whether the target lies within the interval, so that chance may have decided
 */
public record Certainty(Optional<Interval> interval, boolean borderline) {
  public Certainty {
    Objects.requireNonNull(interval, "interval");
  }

  /** Nothing is known. */
  public static Certainty unknown() {
    return new Certainty(Optional.empty(), false);
  }
}
