package com.openshow.loadtest.metrics.promql;

import java.util.List;

/** The arguments of a call, of the types that the function asks for. */
record Arguments(List<Node> nodes) {
  Arguments {
    nodes = List.copyOf(nodes);
  }

  int count() {
    return nodes.size();
  }

  ScalarNode scalar(int index) {
    return (ScalarNode) nodes.get(index);
  }

  /** A number that need not be given. */
  ScalarNode scalar(int index, double otherwise) {
    return index < nodes.size() ? scalar(index) : moment -> otherwise;
  }

  VectorNode vector(int index) {
    return (VectorNode) nodes.get(index);
  }

  RangeNode range(int index) {
    return (RangeNode) nodes.get(index);
  }

  String string(int index) {
    return ((StringNode) nodes.get(index)).value();
  }
}
