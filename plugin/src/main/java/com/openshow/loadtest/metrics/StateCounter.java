package com.openshow.loadtest.metrics;

import java.util.Objects;
import java.util.Optional;

/**
 * A counter that tells what a state metric may have missed.
 *
 * @param selector selects it; its series belong to the instance with which they share all labels
 *     that both have, but for those that tell states and kinds of calls apart
 * @param state the state in which alone it rises; empty where it rises in any, and only says what
 *     went on
 */
public record StateCounter(String selector, Optional<String> state) {
  public StateCounter {
    Objects.requireNonNull(state, "state");
    if (selector.isBlank()) {
      throw new IllegalArgumentException("a counter must be a selector, but was blank");
    }
  }
}
