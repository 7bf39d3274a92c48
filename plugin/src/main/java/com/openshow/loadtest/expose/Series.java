package com.openshow.loadtest.expose;

import java.util.Comparator;

/**
 * The labels of a request's metrics.
 *
 * @param scenario of which scenario it is
 * @param label its label
 */
record Series(String scenario, String label) implements Comparable<Series> {
  private static final Comparator<Series> ORDER =
      Comparator.comparing(Series::scenario).thenComparing(Series::label);

  @Override
  public int compareTo(Series other) {
    return ORDER.compare(this, other);
  }
}
