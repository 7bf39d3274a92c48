package com.openshow.loadtest.metrics.promql;

/** An expression that was read. Its types were checked then: it can be asked for its value. */
sealed interface Node permits ScalarNode, VectorNode, RangeNode, StringNode {
  /** What it has for a value. */
  ValueType type();
}
