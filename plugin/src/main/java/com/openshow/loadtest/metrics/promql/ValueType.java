package com.openshow.loadtest.metrics.promql;

/** What an expression can have for a value. */
enum ValueType {
  /** One number. */
  SCALAR("a scalar"),
  /** A number for each of some series. */
  VECTOR("an instant vector"),
  /** Samples of some time for each of some series. */
  RANGE("a range vector, such as requests_total[1m]"),
  /** A text. */
  STRING("a string");

  private final String text;

  ValueType(String text) {
    this.text = text;
  }

  /** For messages. */
  @Override
  public String toString() {
    return text;
  }
}
