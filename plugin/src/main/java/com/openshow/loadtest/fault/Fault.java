package com.openshow.loadtest.fault;

import java.time.Duration;
import java.util.Objects;

/**
 * Something that goes wrong on purpose for a while.
 *
 * @param name its name
 * @param at how long after the start of the load it is switched on, at least 0
 * @param time how long it stays on, more than 0
 * @param start what switches it on
 * @param stop what switches it off; may be done again, and when {@code start} failed
 */
public record Fault(String name, Duration at, Duration time, Action start, Action stop) {
  public Fault {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(stop, "stop");
    if (at.isNegative()) {
      throw new IllegalArgumentException("a fault must begin after at least 0 s, but was " + at);
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("a fault must last more than 0 s, but was " + time);
    }
  }
}
