package com.openshow.loadtest.slo.measure;

import java.util.Arrays;

/**
 * Values of one second on their way into a {@link Sparse}: it takes no room to speak of for a few,
 * and a long second costs no more for each of them.
 */
final class Gathered {
  private static final int SOME = 4;
  private static final int MANY = 256;

  private long[] waiting = new long[SOME];
  private int number;
  private Sparse sum = Sparse.EMPTY;

  void add(long value) {
    if (number == waiting.length) {
      if (number < MANY) {
        waiting = Arrays.copyOf(waiting, 2 * number);
      } else {
        fold();
      }
    }
    waiting[number++] = value;
  }

  private void fold() {
    Sparse more = Sparse.of(waiting, number);
    sum = sum.total() == 0 ? more : sum.plus(more);
    number = 0;
  }

  /** What was added since the last call. */
  LatencyDistribution take() {
    if (number > 0) {
      fold();
    }
    Sparse all = sum;
    sum = Sparse.EMPTY;
    return LatencyDistribution.of(all);
  }
}
