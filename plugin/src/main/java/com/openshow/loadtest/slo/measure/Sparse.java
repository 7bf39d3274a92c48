package com.openshow.loadtest.slo.measure;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram of few different values, as most of a second are: a kilobyte instead of twenty, and
 * quick to merge. Immutable; values are kept as exactly as a {@link Histogram} keeps them.
 */
final class Sparse {
  /** No value. */
  static final Sparse EMPTY = new Sparse(new long[0], new long[0], 0, 0);

  private static final int SOME = 16;

  /** Knows which values are equal, and holds none. */
  private static final Histogram LAYOUT = new Histogram(Counts.SIGNIFICANT_DIGITS);

  // Ascending; each stands for all that a histogram holds for equal.
  private final long[] values;
  private final long[] counts;
  private final long total;

  private Sparse(long[] values, long[] counts, int length, long total) {
    this.values = Arrays.copyOf(values, length);
    this.counts = Arrays.copyOf(counts, length);
    this.total = total;
  }

  /**
   * Counts values.
   *
   * @param some at least 0; the first ones are sorted and rounded in place
   * @param number how many of them
   */
  static Sparse of(long[] some, int number) {
    for (int i = 0; i < number; i++) {
      some[i] = LAYOUT.highestEquivalentValue(some[i]);
    }
    Arrays.sort(some, 0, number);
    long[] counts = new long[number];
    int length = 0;
    for (int i = 0; i < number; i++) {
      if (length == 0 || some[length - 1] != some[i]) {
        some[length++] = some[i];
      }
      counts[length - 1]++;
    }
    return new Sparse(some, counts, length, number);
  }

  static Sparse of(Histogram histogram) {
    long[] values = new long[SOME];
    long[] counts = new long[SOME];
    int length = 0;
    for (HistogramIterationValue each : histogram.recordedValues()) {
      if (length == values.length) {
        values = Arrays.copyOf(values, 2 * length);
        counts = Arrays.copyOf(counts, 2 * length);
      }
      values[length] = each.getValueIteratedTo();
      counts[length] = each.getCountAddedInThisIterationStep();
      length++;
    }
    return new Sparse(values, counts, length, histogram.getTotalCount());
  }

  long total() {
    return total;
  }

  void addTo(Histogram histogram) {
    for (int i = 0; i < values.length; i++) {
      histogram.recordValueWithCount(values[i], counts[i]);
    }
  }

  Sparse plus(Sparse other) {
    long[] sum = new long[values.length + other.values.length];
    long[] sumCounts = new long[sum.length];
    int length = 0;
    int i = 0;
    int j = 0;
    while (i < values.length || j < other.values.length) {
      boolean mine =
          j == other.values.length || (i < values.length && values[i] <= other.values[j]);
      long value = mine ? values[i] : other.values[j];
      long count = mine ? counts[i++] : other.counts[j++];
      if (length > 0 && sum[length - 1] == value) {
        sumCounts[length - 1] += count;
      } else {
        sum[length] = value;
        sumCounts[length++] = count;
      }
    }
    return new Sparse(sum, sumCounts, length, total + other.total);
  }
}
