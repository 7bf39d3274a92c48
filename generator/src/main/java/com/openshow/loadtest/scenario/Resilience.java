package com.openshow.loadtest.scenario;

import java.util.Objects;
import java.util.Optional;

/**
 * How the system must behave when a part of it fails.
 *
 * @param name the part, for people, such as {@code Circuit Breaker}
 * @param claim what must be shown
 * @param fault the name of the fault whose expectations show it; empty where no run does
 */
public record Resilience(String name, String claim, Optional<String> fault) {
  public Resilience {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(fault, "fault");
  }
}
