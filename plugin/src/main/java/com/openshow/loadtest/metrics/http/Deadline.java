package com.openshow.loadtest.metrics.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which all that is done for one question must be over. */
public final class Deadline {
  private final LongSupplier nanos;
  private final long start;
  private final Duration length;

  private Deadline(LongSupplier nanos, Duration length) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.length = length;
  }

  /** So far from now. */
  public static Deadline in(Duration length) {
    return in(length, System::nanoTime);
  }

  /**
   * So far from now, by another clock.
   *
   * @param nanos only its differences have a meaning
   */
  public static Deadline in(Duration length, LongSupplier nanos) {
    return new Deadline(nanos, length);
  }

  /** This one, or so far from now, whichever is earlier. */
  public Deadline orIn(Duration other) {
    return in(other.compareTo(remaining()) < 0 ? other : remaining(), nanos);
  }

  /** How much is left; zero when nothing is. */
  public Duration remaining() {
    Duration left = length.minus(passed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** How much has passed. */
  public Duration passed() {
    return Duration.ofNanos(nanos.getAsLong() - start);
  }

  /** How far it was when it was made. */
  public Duration length() {
    return length;
  }

  /** Whether nothing is left. */
  public boolean isOver() {
    return remaining().isZero();
  }
}
