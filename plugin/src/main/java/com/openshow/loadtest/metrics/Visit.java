package com.openshow.loadtest.metrics;

import java.time.Instant;

/**
 * A time for which something was seen in one state.
 *
 * @param state its name
 * @param from when it was first seen in it
 * @param to when it was last seen in it
 */
public record Visit(String state, Instant from, Instant to) {
  public Visit {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a visit must end after it begins, but was from " + from + " to " + to);
    }
  }
}
