package com.openshow.loadtest.metrics.promql;

/** An expression with a number for a value. */
non-sealed interface ScalarNode extends Node {
  /** Its value. */
  double at(Moment moment);

  @Override
  default ValueType type() {
    return ValueType.SCALAR;
  }
}
