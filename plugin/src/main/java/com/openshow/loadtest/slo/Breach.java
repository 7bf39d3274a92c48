package com.openshow.loadtest.slo;

import java.time.Instant;
import java.util.Objects;

/**
 * The breach at which a rising load has come to its end.
 *
 * @param outcome what was observed of the objective in the first of the breached windows
 * @param from the start of that window
 */
public record Breach(Outcome outcome, Instant from) {
  public Breach {
    Objects.requireNonNull(from, "from");
    if (outcome.verdict() != Verdict.FAIL) {
      throw new IllegalArgumentException("outcome must be FAIL, but was " + outcome.verdict());
    }
  }
}
