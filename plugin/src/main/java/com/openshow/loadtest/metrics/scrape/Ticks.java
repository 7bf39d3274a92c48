package com.openshow.loadtest.metrics.scrape;

import java.time.Duration;

/**
 * When a page is scraped: at a pace that does not drift, however long a scrape takes, so that its
 * samples are equally far apart. Else a scrape would once in a while slip over a moment that is
 * asked for, and the counters would seem to stand still there, or to rise twice as fast.
 */
final class Ticks {
  private static final long MOST_LATE_MILLIS = 10;

  private final long intervalMillis;
  private long dueMillis;

  /**
   * Ticks from some time on.
   *
   * @param interval from one to the next
   * @param firstMillis the first of them, in milliseconds since 1970
   */
  Ticks(Duration interval, long firstMillis) {
    this.intervalMillis = interval.toMillis();
    this.dueMillis = firstMillis;
  }

  /**
   * Of which time a scrape is that begins now. One that begins a little late is said to be of the
   * time when it was due, as Prometheus does it: equal distances take less memory.
   */
  long timeOf(long nowMillis) {
    long most = Math.min(MOST_LATE_MILLIS, intervalMillis / 100);
    return Math.abs(nowMillis - dueMillis) <= most ? dueMillis : nowMillis;
  }

  /**
   * Goes on to the next tick that has not passed; those that were missed are left out, since they
   * would all be scraped at once now.
   *
   * @param rest from the last tick to the next, at least the interval
   * @return how long to wait for it; never more than {@code rest}, whatever the clock does
   */
  Duration next(long nowMillis, Duration rest) {
    long restMillis = rest.toMillis();
    dueMillis += restMillis;
    if (dueMillis <= nowMillis) {
      dueMillis += ((nowMillis - dueMillis) / intervalMillis + 1) * intervalMillis;
    }
    dueMillis = Math.min(dueMillis, nowMillis + restMillis);
    return Duration.ofMillis(dueMillis - nowMillis);
  }
}
