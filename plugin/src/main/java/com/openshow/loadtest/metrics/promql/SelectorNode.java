package com.openshow.loadtest.metrics.promql;

import java.util.List;

/** The latest value of each of some series. */
record SelectorNode(Selector selector) implements VectorNode {
  @Override
  public List<Element> at(Moment moment) {
    return moment.latest(this).stream()
        .map(last -> new Element(last.labels(), last.value()))
        .toList();
  }
}
