package com.openshow.loadtest.metrics;

import java.util.OptionalDouble;

/**
 * The figure of a series, and what the points that are missing could make of it.
 *
 * @param observed the figure of the points that are there
 * @param atBest the figure if all that is missing were as good as can be; empty where that would
 *     hold whatever was seen
 * @param atWorst the figure if all that is missing in longer gaps were bad; empty where nobody asks
 */
record Reduced(double observed, OptionalDouble atBest, OptionalDouble atWorst) {
  /** A figure that points which are missing could better. */
  static Reduced openTo(double observed) {
    return new Reduced(observed, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** A figure that no further point could better. */
  static Reduced settled(double observed) {
    return new Reduced(observed, OptionalDouble.of(observed), OptionalDouble.empty());
  }
}
