package com.openshow.loadtest.data;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that no two calls share. Each thread takes a block of them at a time, so threads meet
 * only once in {@value #BLOCK} values.
 */
final class UniqueSequence {
  private static final int BLOCK = 1024;

  private final AtomicLong nextBlock = new AtomicLong();
  private final ThreadLocal<long[]> cursor = ThreadLocal.withInitial(() -> new long[2]);

  /** The next number, at least 0. */
  long next() {
    long[] range = cursor.get();
    if (range[0] == range[1]) {
      range[0] = nextBlock.getAndIncrement() * BLOCK;
      range[1] = range[0] + BLOCK;
    }
    return range[0]++;
  }
}
