package com.openshow.loadtest.metrics.promql;

import java.util.List;

/** An expression with a number for each of some series. */
non-sealed interface VectorNode extends Node {
  /** Its value: no two elements have the same labels. */
  List<Element> at(Moment moment);

  @Override
  default ValueType type() {
    return ValueType.VECTOR;
  }
}
