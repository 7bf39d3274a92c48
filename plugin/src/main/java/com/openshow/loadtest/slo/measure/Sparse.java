package com.openshow.loadtest.slo.measure;

import java.util.Arrays;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * A histogram in as few bytes as can be: one or two for each of its different values. Immutable;
 * values are kept as exactly as a {@link Histogram} keeps them.
 */
final class Sparse {
  /** No value. */
  static final Sparse EMPTY = new Sparse(new byte[0], 0);

  private final byte[] packed;
  private final long total;

  private Sparse(byte[] packed, long total) {
    this.packed = packed;
    this.total = total;
  }

  /**
   * Counts values.
   *
   * @param some at least 0; the first ones are sorted in place
   * @param number how many of them
   */
  static Sparse of(long[] some, int number) {
    Arrays.sort(some, 0, number);
    SparseWriter writer = new SparseWriter(number);
    for (int i = 0; i < number; i++) {
      writer.add(Buckets.index(some[i]), 1);
    }
    return new Sparse(writer.end(), number);
  }

  static Sparse of(Histogram histogram) {
    SparseWriter writer = new SparseWriter(16);
    for (HistogramIterationValue each : histogram.recordedValues()) {
      writer.add(Buckets.index(each.getValueIteratedTo()), each.getCountAddedInThisIterationStep());
    }
    return new Sparse(writer.end(), histogram.getTotalCount());
  }

  long total() {
    return total;
  }

  void addTo(Histogram histogram) {
    for (SparseReader each = new SparseReader(packed); each.next(); ) {
      histogram.recordValueWithCount(Buckets.greatest(each.index()), each.count());
    }
  }

  Sparse plus(Sparse other) {
    SparseWriter sum = new SparseWriter(packed.length + other.packed.length);
    SparseReader mine = new SparseReader(packed);
    SparseReader theirs = new SparseReader(other.packed);
    boolean more = mine.next();
    boolean moreOfTheirs = theirs.next();
    while (more || moreOfTheirs) {
      if (more && (!moreOfTheirs || mine.index() <= theirs.index())) {
        sum.add(mine.index(), mine.count());
        more = mine.next();
      } else {
        sum.add(theirs.index(), theirs.count());
        moreOfTheirs = theirs.next();
      }
    }
    return new Sparse(sum.end(), total + other.total);
  }
}
