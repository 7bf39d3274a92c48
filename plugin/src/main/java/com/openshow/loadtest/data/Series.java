package com.openshow.loadtest.data;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Numbers from 0 up, each given out once. Threads take them in blocks, so that they seldom meet
 * here; a thread's first blocks are small, since a thread that lives for one request would take a
 * thousand numbers with it.
 */
final class Series {
  /** Numbers in the largest block. */
  static final int LARGEST = 1024;

  // The counter has its cache line and the next ones to itself: processors fetch lines in pairs.
  private static final int COUNTER = 16;

  private final AtomicLongArray next = new AtomicLongArray(2 * COUNTER + 1);

  /** The first number of a block of this size. */
  long take(int size) {
    return next.getAndAdd(COUNTER, size);
  }

  /** How many numbers were taken. */
  long taken() {
    return next.get(COUNTER);
  }
}
