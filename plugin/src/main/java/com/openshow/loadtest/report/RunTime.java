package com.openshow.loadtest.report;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param elapsed since its start, at least 0
 * @param planned how long it is to last, as far as is known; empty when it has no end of its own,
 *     or nobody knows
 * @param over whether it has ended
 */
public record RunTime(Duration elapsed, Optional<Duration> planned, boolean over) {
  public RunTime {
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("elapsed must be at least 0, but was " + elapsed);
    }
  }

  /** The part that is done, in whole percent, 0 to 100; empty when nobody knows. */
  public Optional<Integer> percent() {
    return planned
        .filter(length -> length.toMillis() > 0)
        .map(length -> (int) Math.min(100, 100 * elapsed.toMillis() / length.toMillis()));
  }

  /** Such as {@code "00:02:30 of 00:10:00"}. */
  public String text() {
    return clock(elapsed)
        + (over ? " (over)" : planned.map(length -> " of " + clock(length)).orElse(" elapsed"));
  }

  private static String clock(Duration time) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
