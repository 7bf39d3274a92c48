package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.time.Instant;

/**
 * A time from one moment to another, both included.
 *
 * @param from its start
 * @param to its end, not before {@code from}
 */
public record TimeRange(Instant from, Instant to) {
  public TimeRange {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a time must end after it begins, but was from " + from + " to " + to);
    }
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** Whether a moment, in milliseconds since 1970, lies in it. */
  public boolean contains(long millis) {
    return millis >= from.toEpochMilli() && millis <= to.toEpochMilli();
  }
}
