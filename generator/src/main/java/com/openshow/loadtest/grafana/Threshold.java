package com.openshow.loadtest.grafana;

/**
 * A line at a value.
 *
 * @param value where, in the panel's unit
 * @param colour Grafana's name of its colour
 */
record Threshold(double value, String colour) {
  /** What must not be exceeded, or must be reached. */
  static Threshold promised(double value) {
    return new Threshold(value, "red");
  }

  /** What is planned. */
  static Threshold planned(double value) {
    return new Threshold(value, "blue");
  }
}
