package com.openshow.loadtest.slo.measure;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram of few different values, as most of a second are: a kilobyte instead of twenty, and
 * quick to merge. Immutable; values are kept as exactly as a {@link Histogram} keeps them.
 */
final class Sparse {
  private static final int SOME = 16;

  // Ascending; each stands for all that a histogram holds for equal.
  private final long[] values;
  private final long[] counts;
  private final long total;

  private Sparse(long[] values, long[] counts, int length) {
    this.values = Arrays.copyOf(values, length);
    this.counts = Arrays.copyOf(counts, length);
    this.total = Arrays.stream(this.counts).sum();
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
    return new Sparse(values, counts, length);
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
    return new Sparse(sum, sumCounts, length);
  }
}
