package com.openshow.loadtest.metrics.scrape;

import java.time.Duration;

/** How long a page is left alone that could not be had. */
final class BackOff {
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Duration interval;
  private int failures;

  BackOff(Duration interval) {
    this.interval = interval;
  }

  void succeeded() {
    failures = 0;
  }

  void failed() {
    failures = Math.min(failures + 1, 30);
  }

  /** From the start of one scrape to the next: twice as long after each failure, 30 s at most. */
  Duration next() {
    if (failures < 2 || interval.compareTo(MOST) >= 0) {
      return interval;
    }
    // At most 2^29 times a day: no overflow.
    Duration doubled = interval.multipliedBy(1L << (failures - 1));
    return doubled.compareTo(MOST) > 0 ? MOST : doubled;
  }
}
