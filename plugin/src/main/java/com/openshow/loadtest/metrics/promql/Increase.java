package com.openshow.loadtest.metrics.promql;

import java.util.OptionalDouble;

/**
 * By how much a series rose. A counter that is less than before began again at 0.
 *
 * <p>Between the first and the last sample the rise is known. To the ends of the window it is
 * extrapolated, as Prometheus does it: to an end that is no farther away than 1.1 times the mean
 * distance of the samples; else by half of that distance. A counter is not extrapolated to below 0.
 */
final class Increase {
  private static final double NEAR = 1.1;

  private Increase() {}

  static OptionalDouble rate(Window window) {
    OptionalDouble increase = increase(window);
    return increase.isPresent()
        ? OptionalDouble.of(increase.getAsDouble() / window.rangeSeconds())
        : increase;
  }

  static OptionalDouble increase(Window window) {
    return extrapolated(window, true);
  }

  static OptionalDouble delta(Window window) {
    return extrapolated(window, false);
  }

  private static OptionalDouble extrapolated(Window window, boolean isCounter) {
    int size = window.size();
    if (size < 2) {
      return OptionalDouble.empty();
    }
    double first = window.value(0);
    double rise = window.lastValue() - first + (isCounter ? beforeResets(window) : 0);
    double sampled = (window.lastMillis() - window.millis(0)) / 1000.0;
    double toStart = (window.millis(0) - window.startMillis()) / 1000.0;
    double toEnd = (window.endMillis() - window.lastMillis()) / 1000.0;
    if (isCounter && rise > 0 && first >= 0) {
      toStart = Math.min(toStart, sampled * (first / rise));
    }
    double distance = sampled / (size - 1);
    double covered = sampled + reach(toStart, distance) + reach(toEnd, distance);
    return OptionalDouble.of(rise * (covered / sampled));
  }

  private static double beforeResets(Window window) {
    double sum = 0;
    for (int i = 1; i < window.size(); i++) {
      if (window.value(i) < window.value(i - 1)) {
        sum += window.value(i - 1);
      }
    }
    return sum;
  }

  private static double reach(double toEnd, double distance) {
    return toEnd < distance * NEAR ? toEnd : distance / 2;
  }

  static OptionalDouble instantRate(Window window) {
    return window.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(lastRise(window, true) / lastSeconds(window));
  }

  static OptionalDouble instantDelta(Window window) {
    return window.size() < 2 ? OptionalDouble.empty() : OptionalDouble.of(lastRise(window, false));
  }

  private static double lastRise(Window window, boolean isCounter) {
    double before = window.value(window.size() - 2);
    double last = window.lastValue();
    return isCounter && last < before ? last : last - before;
  }

  private static double lastSeconds(Window window) {
    return (window.lastMillis() - window.millis(window.size() - 2)) / 1000.0;
  }
}
