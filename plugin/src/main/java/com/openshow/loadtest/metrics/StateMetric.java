package com.openshow.loadtest.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** How a metric tells in which state something is. */
public sealed interface StateMetric {
  /**
   * A series for each state, of which the present one has the value 1 and the others 0.
   *
   * @param label the label that names the state
   */
  record ByLabel(String label) implements StateMetric {
    public ByLabel {
      if (!Grouping.isLabel(label)) {
        throw new IllegalArgumentException(
            "state_label must be the name of a label, such as state, but was \"" + label + "\"");
      }
    }
  }

  /**
   * The value is the state's number.
   *
   * @param names the states by their numbers, at least one
   * @param besides labels that tell the state in words, and so change with it
   */
  record ByValue(Map<Long, String> names, Set<String> besides) implements StateMetric {
    public ByValue {
      names = Collections.unmodifiableMap(new TreeMap<>(names));
      names.values().forEach(name -> Objects.requireNonNull(name, "name"));
      besides = Set.copyOf(besides);
      if (names.isEmpty()) {
        throw new IllegalArgumentException("state_values must name at least one state");
      }
    }

    /** A metric without such labels. */
    public ByValue(Map<Long, String> names) {
      this(names, Set.of());
    }

    /** The states' names. */
    public Set<String> states() {
      return Set.copyOf(names.values());
    }
  }
}
