package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which elements on the two sides of an operator belong to each other.
 *
 * @param on whether they are those that agree in the labels named; else in all others
 * @param names of labels
 * @param many the side of which several elements may belong to one of the other
 * @param included labels that the many take over from the one
 */
record Matching(boolean on, Set<String> names, Many many, List<String> included) {
  /** The side that may have several. */
  enum Many {
    /** Each belongs to one at most. */
    NEITHER,
    /** group_left. */
    LEFT,
    /** group_right. */
    RIGHT
  }

  /** Without a word: they agree in all labels but the metric's name. */
  static final Matching USUAL = new Matching(false, Set.of(), Many.NEITHER, List.of());

  Matching {
    names = Set.copyOf(names);
    included = List.copyOf(included);
  }

  /** What both must agree in. */
  Labels key(Labels labels) {
    if (on) {
      return labels.only(names);
    }
    return labels.without(withMetric());
  }

  private Set<String> withMetric() {
    Set<String> all = new HashSet<>(names);
    all.add(Series.NAME);
    return all;
  }

  /**
   * The labels of what is made of two elements.
   *
   * @param many of the side that may have several; the left one where neither may
   */
  Labels result(Labels many, Labels one, boolean dropsMetric) {
    Labels labels = dropsMetric ? many.withoutMetric() : many;
    if (this.many == Many.NEITHER) {
      labels = on ? labels.only(names) : labels.without(names);
    }
    for (String name : included) {
      labels = labels.with(name, one.get(name));
    }
    return labels;
  }
}
