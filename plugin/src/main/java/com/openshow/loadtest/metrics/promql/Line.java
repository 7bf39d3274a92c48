package com.openshow.loadtest.metrics.promql;

import java.util.OptionalDouble;

/** The straight line that lies closest to the samples of a window (least squares). */
final class Line {
  private final double slope;
  private final double intercept;

  private Line(double slope, double intercept) {
    this.slope = slope;
    this.intercept = intercept;
  }

  /** How much a second it rises; empty for a single sample. */
  static OptionalDouble slope(Window window) {
    return window.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(of(window, window.millis(0)).slope);
  }

  /**
   * Where it will be; empty for a single sample.
   *
   * @param seconds after the moment of the evaluation
   */
  static OptionalDouble value(Window window, double seconds) {
    if (window.size() < 2) {
      return OptionalDouble.empty();
    }
    Line line = of(window, window.moment());
    return OptionalDouble.of(line.slope * seconds + line.intercept);
  }

  /**
   * The line of seconds from some time.
   *
   * @param zeroMillis that time
   */
  private static Line of(Window window, long zeroMillis) {
    double firstValue = window.value(0);
    if (isConstant(window)) {
      return Double.isInfinite(firstValue)
          ? new Line(Double.NaN, Double.NaN)
          : new Line(0, firstValue);
    }
    Compensated x = new Compensated();
    Compensated y = new Compensated();
    Compensated xy = new Compensated();
    Compensated xx = new Compensated();
    int n = window.size();
    for (int i = 0; i < n; i++) {
      double seconds = (window.millis(i) - zeroMillis) / 1000.0;
      x.add(seconds);
      y.add(window.value(i));
      xy.add(seconds * window.value(i));
      xx.add(seconds * seconds);
    }
    double covariance = xy.value() - x.value() * y.value() / n;
    double variance = xx.value() - x.value() * x.value() / n;
    double slope = covariance / variance;
    return new Line(slope, y.value() / n - slope * x.value() / n);
  }

  private static boolean isConstant(Window window) {
    for (int i = 1; i < window.size(); i++) {
      if (window.value(i) != window.value(0)) {
        return false;
      }
    }
    return true;
  }
}
