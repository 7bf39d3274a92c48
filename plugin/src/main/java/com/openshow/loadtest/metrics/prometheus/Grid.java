package com.openshow.loadtest.metrics.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moments at which a query is evaluated: from a start in equal steps, not beyond an end.
 *
 * @param from milliseconds since 1970
 * @param to likewise, not before {@code from}
 * @param step in milliseconds
 */
record Grid(long from, long to, long step) {
  /** The most points of a series that Prometheus answers at once. */
  static final int MOST_POINTS = 11_000;

  private static final int[] SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400
  };

  /**
   * One over a time.
   *
   * @param wanted its step; absent: the shortest of usual ones with which one request will do
   */
  static Grid over(long from, long to, Optional<Duration> wanted) {
    return new Grid(from, to, wanted.map(Duration::toMillis).orElseGet(() -> step(to - from)));
  }

  private static long step(long length) {
    for (int seconds : SECONDS) {
      if (length / (1000L * seconds) < MOST_POINTS) {
        return 1000L * seconds;
      }
    }
    return length / (MOST_POINTS - 1);
  }

  /** Parts with at most {@link #MOST_POINTS} points each, without one in common. */
  List<Grid> parts() {
    List<Grid> parts = new ArrayList<>();
    long start = from;
    while (true) {
      long end = Math.min(to, start + (MOST_POINTS - 1) * step);
      parts.add(new Grid(start, end, step));
      if (to - end < step) {
        return parts;
      }
      start = end + step;
    }
  }

  /** Whether a moment is one of them. */
  boolean has(long millis) {
    return contains(millis) && (millis - from) % step == 0;
  }

  boolean contains(long millis) {
    return millis >= from && millis <= to;
  }

  /** The latest of them. */
  long last() {
    return from + (to - from) / step * step;
  }
}
