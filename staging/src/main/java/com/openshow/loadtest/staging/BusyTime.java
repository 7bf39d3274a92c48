package com.openshow.loadtest.staging;

import java.util.concurrent.TimeUnit;

/**
 * For how long at least one thread was at something: what overlaps counts once, so the rate of it
 * is a share of the time, 0..1, as the {@code %util} of a disk is. Safe for any number of threads.
 */
final class BusyTime {
  private int inside;
  private long since;
  private long nanos;
  private long times;

  synchronized void begin() {
    if (inside++ == 0) {
      since = System.nanoTime();
    }
    times++;
  }

  synchronized void end() {
    if (--inside == 0) {
      nanos += System.nanoTime() - since;
    }
  }

  /** What is going on is part of it: a long operation must not look like none. */
  synchronized double seconds() {
    long going = inside > 0 ? System.nanoTime() - since : 0;
    return (nanos + going) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  /** How often something was begun. */
  synchronized long times() {
    return times;
  }
}
