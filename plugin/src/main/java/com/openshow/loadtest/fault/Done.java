package com.openshow.loadtest.fault;

import java.time.Instant;
import java.util.Objects;

/**
 * What became of switching a fault.
 *
 * @param from when it began
 * @param to when it was done, or given up; not before {@code from}
 * @param succeeded whether it was done
 * @param message for a person, one line
 */
public record Done(Instant from, Instant to, boolean succeeded, String message) {
  public Done {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(message, "message");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("expected an end after " + from + ", but was " + to);
    }
  }
}
