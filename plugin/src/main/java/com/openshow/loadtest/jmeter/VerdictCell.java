package com.openshow.loadtest.jmeter;

import java.util.Comparator;

/**
 * A cell of the verdict's table, in the order of its numbers and not of their digits.
 *
 * @param text what is shown
 * @param group what its number can be compared in, such as a unit
 * @param number where it stands in the group
 */
record VerdictCell(String text, String group, double number) implements Comparable<VerdictCell> {
  private static final Comparator<VerdictCell> ORDER =
      Comparator.comparing(VerdictCell::group)
          .thenComparingDouble(VerdictCell::number)
          .thenComparing(VerdictCell::text);

  static VerdictCell text(String text) {
    return new VerdictCell(text, text, 0);
  }

  static VerdictCell count(long number) {
    return new VerdictCell(Long.toString(number), "", number);
  }

  @Override
  public int compareTo(VerdictCell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text;
  }
}
