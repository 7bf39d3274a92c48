package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The states in which one instance was seen.
 *
 * @param labels those of the instance, without the metric's name and the label of the state
 * @param states by moments in milliseconds since 1970, at least one
 * @param range the time that is looked at
 */
record StateHistory(Map<String, String> labels, TreeMap<Long, String> states, TimeRange range) {
  /** For a person. */
  String name() {
    return new Series(labels, List.of()).text();
  }

  /** Its states in order, each for as long as it was seen in no other. */
  List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    states.forEach(
        (millis, state) -> {
          Instant at = Instant.ofEpochMilli(millis);
          int last = visits.size() - 1;
          if (last >= 0 && visits.get(last).state().equals(state)) {
            visits.set(last, new Visit(state, visits.get(last).from(), at));
          } else {
            visits.add(new Visit(state, at, at));
          }
        });
    return visits;
  }

  /** The longest time in which nothing was seen, at the edges, too. */
  Duration longestGap() {
    long longest = 0;
    long before = range.from().toEpochMilli();
    for (long millis : states.keySet()) {
      longest = Math.max(longest, millis - before);
      before = millis;
    }
    return Duration.ofMillis(Math.max(longest, range.to().toEpochMilli() - before));
  }

  /** When it was last seen. */
  Instant lastSeen() {
    return Instant.ofEpochMilli(states.lastKey());
  }

  /**
   * How long the shortest visit to a state took that was seen to begin and to end; empty when none
   * was.
   */
  Optional<Duration> shortest(String state) {
    List<Visit> visits = visits();
    Optional<Duration> shortest = Optional.empty();
    for (int i = 1; i < visits.size() - 1; i++) {
      if (StatesClaim.same(visits.get(i).state(), state)) {
        Duration took = Duration.between(visits.get(i).from(), visits.get(i + 1).from());
        shortest = shortest.filter(other -> other.compareTo(took) <= 0).or(() -> Optional.of(took));
      }
    }
    return shortest;
  }

  /** Whether it was ever seen in a state. */
  boolean saw(String state) {
    return states.values().stream().anyMatch(seen -> StatesClaim.same(seen, state));
  }

  /** How many of these states it was seen in, one after the other. */
  int matched(List<String> sequence) {
    int matched = 0;
    for (Visit visit : visits()) {
      if (matched < sequence.size() && StatesClaim.same(visit.state(), sequence.get(matched))) {
        matched++;
      }
    }
    return matched;
  }

  /** Whether a series belongs to this instance: they share all labels that both have. */
  boolean owns(Series series) {
    return labels.entrySet().stream()
        .allMatch(
            label ->
                series
                    .labels()
                    .getOrDefault(label.getKey(), label.getValue())
                    .equals(label.getValue()));
  }
}
