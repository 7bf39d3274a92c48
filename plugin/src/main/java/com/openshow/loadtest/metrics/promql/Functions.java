package com.openshow.loadtest.metrics.promql;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The one table of functions: the parser, its messages and the documentation go by it. */
final class Functions {
  private static final Map<String, Function> ALL = all();

  private Functions() {}

  private static Map<String, Function> all() {
    Map<String, Function> all = new TreeMap<>();
    all.putAll(RangeFunctions.all());
    all.putAll(ValueFunctions.all());
    all.putAll(LabelFunctions.all());
    return Collections.unmodifiableMap(all);
  }

  static Optional<Function> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** In alphabetical order. */
  static Set<String> names() {
    return ALL.keySet();
  }
}
