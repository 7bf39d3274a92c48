package com.openshow.loadtest.metrics.promql;

/** A text, as some functions take one. */
record StringNode(String value) implements Node {
  @Override
  public ValueType type() {
    return ValueType.STRING;
  }
}
