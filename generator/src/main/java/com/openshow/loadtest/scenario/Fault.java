package com.openshow.loadtest.scenario;

import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that goes wrong on purpose, and what is expected of the system then.
 *
 * @param name becomes part of labels and property names
 * @param at how long after the start of the test it begins, at least 0
 * @param time how long it lasts, at least a second
 * @param start what switches it on
 * @param stop what switches it off
 * @param expected the entries of each phase, each of which may be several objectives; their windows
 *     are {@link FaultWindow} of this fault
 * @param note for people; may be empty
 */
public record Fault(
    String name,
    Duration at,
    Duration time,
    FaultAction start,
    FaultAction stop,
    Map<FaultPhase, List<List<Objective>>> expected,
    String note) {
  public Fault {
    Require.that(FaultSwitch.isName(name), "name must be " + FaultSwitch.NAME_RULE, name);
    Require.that(!at.isNegative(), "at must not be negative", at);
    Require.that(time.toSeconds() >= 1, "time must be 1s or more", time);
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(note, "note");
    Map<FaultPhase, List<List<Objective>>> copy = new EnumMap<>(FaultPhase.class);
    expected.forEach(
        (phase, entries) -> {
          for (Objective objective : entries.stream().flatMap(List::stream).toList()) {
            Require.that(
                objective.window() instanceof FaultWindow window
                    && window.fault().equals(name)
                    && FaultPhase.of(window) == phase,
                "what is expected " + phase + " must be of that part of the fault",
                objective.window());
          }
          copy.put(phase, entries.stream().map(List::copyOf).toList());
        });
    expected = copy;
  }

  /** Whether something is expected of this scenario's requests alone. */
  public boolean speaksOf(Scenario scenario) {
    return objectives().stream()
        .anyMatch(objective -> objective.scope().scenario().equals(scenario.name()));
  }

  /** All that is expected, in the order of the phases. */
  public List<Objective> objectives() {
    return expected.values().stream().flatMap(List::stream).flatMap(List::stream).toList();
  }
}
