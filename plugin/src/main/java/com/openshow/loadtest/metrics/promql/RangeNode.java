package com.openshow.loadtest.metrics.promql;

import java.util.List;

/**
 * The samples of some time until now.
 *
 * @param rangeMillis how long that time is; more than 0
 */
record RangeNode(Selector selector, long rangeMillis) implements Node {
  /** For each series that has samples in that time. Only good until the next moment. */
  List<Window> at(Moment moment) {
    return moment.windows(this);
  }

  @Override
  public ValueType type() {
    return ValueType.RANGE;
  }
}
