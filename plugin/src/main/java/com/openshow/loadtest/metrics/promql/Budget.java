package com.openshow.loadtest.metrics.promql;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How much one evaluation may take: it must neither fill the memory nor go on for ever. */
public final class Budget {
  private final LongSupplier nanos;
  private final long start;
  private final Duration time;
  private final long maxPoints;
  private long points;

  /**
   * Begins now.
   *
   * @param nanos a clock of which only differences have a meaning
   * @param time until it must be over
   * @param maxPoints that it may have for a result
   */
  public Budget(LongSupplier nanos, Duration time, long maxPoints) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.time = time;
    this.maxPoints = maxPoints;
  }

  void spend(int morePoints) {
    points += morePoints;
    if (points > maxPoints) {
      throw new EvaluationException(
          "the result has more than " + maxPoints + " points; select or aggregate more");
    }
    if (nanos.getAsLong() - start > time.toNanos()) {
      throw new EvaluationException(
          "it took more than " + time.toMillis() + " ms; select or aggregate more");
    }
  }
}
