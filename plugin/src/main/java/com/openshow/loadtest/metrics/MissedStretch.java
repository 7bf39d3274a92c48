package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.time.Instant;

/** For how long points miss a target without a break. */
final class MissedStretch {
  private final long longestGap;
  private long seenUntil = Long.MIN_VALUE;
  private long since;
  private boolean missing;
  private long longest;
  private long longestFrom;

  /**
   * A stretch that has not begun.
   *
   * @param longestGap from one point to the next, in milliseconds; a longer one is a break
   */
  MissedStretch(long longestGap) {
    this.longestGap = longestGap;
  }

  /** Takes the next point; one that is not later than the last is known already. */
  void add(long millis, boolean missed) {
    if (millis <= seenUntil) {
      return;
    }
    boolean goesOn = missing && millis - seenUntil <= longestGap;
    seenUntil = millis;
    missing = missed;
    if (!missed) {
      return;
    }
    since = goesOn ? since : millis;
    if (millis - since > longest) {
      longest = millis - since;
      longestFrom = since;
    }
  }

  /** The longest such time, from its first point to its last; zero when there was none. */
  Duration longest() {
    return Duration.ofMillis(longest);
  }

  /** When the longest time began; of no meaning when there was none. */
  Instant longestFrom() {
    return Instant.ofEpochMilli(longestFrom);
  }
}
