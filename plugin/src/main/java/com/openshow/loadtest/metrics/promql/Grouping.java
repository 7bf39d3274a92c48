package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.HashSet;
import java.util.Set;

/**
 * Which elements an aggregation takes together.
 *
 * @param without whether they may differ in the labels named; else they agree in them
 * @param names of labels
 */
record Grouping(boolean without, Set<String> names) {
  /** Without a word: all of them. */
  static final Grouping ALL = new Grouping(false, Set.of());

  Grouping {
    Set<String> all = new HashSet<>(names);
    if (without) {
      all.add(Series.NAME);
    }
    names = Set.copyOf(all);
  }

  /** What the elements of a group agree in. */
  Labels key(Labels labels) {
    return without ? labels.without(names) : labels.only(names);
  }
}
