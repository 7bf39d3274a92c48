package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Each instance goes through some states in this order; others may come between.
 *
 * @param query a selector of the state metric, such as <code>breaker_state{name="psp"}</code>
 * @param metric how it tells the state
 * @param states at least one, none twice in a row
 * @param shortest how long a state lasts at least; a state that is not named may be of any length
 * @param counters what else tells that a state was there
 */
public record StatesClaim(
    String query,
    StateMetric metric,
    List<String> states,
    Map<String, Duration> shortest,
    List<StateCounter> counters)
    implements Claim {
  public StatesClaim {
    Objects.requireNonNull(metric, "metric");
    states = List.copyOf(states);
    shortest = Collections.unmodifiableMap(new TreeMap<>(shortest));
    counters = List.copyOf(counters);
    if (query.isBlank()) {
      throw new IllegalArgumentException("query must select a state metric, but was blank");
    }
    if (states.isEmpty()) {
      throw new IllegalArgumentException("states must name at least one state");
    }
    for (int i = 1; i < states.size(); i++) {
      if (same(states.get(i), states.get(i - 1))) {
        throw new IllegalArgumentException(
            "states must differ from the one before, but \"" + states.get(i) + "\" came twice");
      }
    }
    shortest.forEach(
        (state, time) -> {
          if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                "shortest_state must be more than 0, but was " + time + " for \"" + state + "\"");
          }
        });
  }

  /** How long a state lasts at least; empty where it may be of any length. */
  Optional<Duration> shortest(String state) {
    return shortest.entrySet().stream()
        .filter(entry -> same(entry.getKey(), state))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether two names are of one state: CLOSED is closed, and HALF-OPEN is half_open. */
  static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String state) {
    return state.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  @Override
  public String kind() {
    return "states";
  }

  @Override
  public String promise() {
    return String.join(" -> ", states);
  }
}
