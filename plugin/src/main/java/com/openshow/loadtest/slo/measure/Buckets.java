package com.openshow.loadtest.slo.measure;

/**
 * Which values a histogram of three significant digits holds for equal: HdrHistogram's own buckets,
 * counted from 0. Up to 2,047 each value has its own; from each power of two on they are twice as
 * wide.
 */
final class Buckets {
  private static final int EXACT_BITS = 11;
  private static final long EXACT = 1L << EXACT_BITS;
  private static final long HALF = EXACT / 2;

  private Buckets() {}

  /**
   * The bucket of a value.
   *
   * @param value at least 0
   */
  static long index(long value) {
    if (value < EXACT) {
      return value;
    }
    int shift = Long.SIZE - Long.numberOfLeadingZeros(value) - EXACT_BITS;
    return shift * HALF + (value >>> shift);
  }

  /** The greatest value of a bucket. */
  static long greatest(long index) {
    if (index < EXACT) {
      return index;
    }
    long shift = index / HALF - 1;
    long within = index - shift * HALF;
    return ((within + 1) << shift) - 1;
  }
}
