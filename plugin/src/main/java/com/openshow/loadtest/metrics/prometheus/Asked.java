package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time that is asked about, and what is found about its answers.
 *
 * @param grid by the server's clock
 * @param correction the server's clock less this machine's, in milliseconds
 * @param isAhead whether it has not begun
 */
record Asked(Grid grid, long correction, boolean isAhead, Findings findings) {
  /**
   * What a range of this machine's clock comes to.
   *
   * @param now by this machine's clock. What is later was not scraped yet, but Prometheus would
   *     answer with the last value it has
   * @param step from one moment to the next; absent: as short as can be
   */
  static Asked of(
      TimeRange range, long now, long correction, Optional<Duration> step, Findings findings) {
    long from = range.from().toEpochMilli();
    long to = range.to().toEpochMilli();
    if (to > now) {
      findings.note("the time asked for ends later than now, and is read to now");
    }
    long end = Math.max(from, Math.min(to, now));
    return new Asked(
        Grid.over(from + correction, end + correction, step), correction, from > now, findings);
  }

  /** From one of its moments to the next. */
  Duration step() {
    return Duration.ofMillis(grid.step());
  }

  /** A time of the server as one of this machine, for a person: in UTC, to the second. */
  String text(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis - correction, 1000L)).toString();
  }
}
