package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import java.util.Objects;
import java.util.Optional;

/**
 * The earlier figure that an objective was held against.
 *
 * @param baseline what it was
 * @param bar what the target made of it
 * @param difference where the true difference between the observed value and the bar lies; empty
 *     where that is not known
 */
public record Against(Figure baseline, Bar bar, Optional<Interval> difference) {
  public Against {
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(bar, "bar");
    Objects.requireNonNull(difference, "difference");
  }
}
