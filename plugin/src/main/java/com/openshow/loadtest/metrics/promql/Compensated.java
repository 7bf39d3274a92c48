package com.openshow.loadtest.metrics.promql;

/**
 * A sum that does not lose what is small beside what is large (Kahan's, as improved by Neumaier in
 * 1974).
 */
final class Compensated {
  private double sum;
  private double lost;

  void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  /** The sum without what was lost. */
  double rough() {
    return sum;
  }

  double value() {
    return sum + lost;
  }
}
