package com.openshow.loadtest.report.html;

import java.time.Instant;
import java.util.Objects;

/**
 * A time that is shaded in the charts, such as that of a fault.
 *
 * @param name what it is
 * @param from its start
 * @param to its end, not before {@code from}
 */
public record Span(String name, Instant from, Instant to) {
  public Span {
    Objects.requireNonNull(name, "name");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a span must end after it begins, but was from " + from + " to " + to);
    }
  }
}
