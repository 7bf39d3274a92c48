package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.FaultPhase;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Timing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the faults of a file can show what is expected of them. */
final class FaultCheck {
  private FaultCheck() {}

  /** Refuses resilience by a fault that shows nothing. */
  static void report(LoadTest test, Located json, Problems problems) {
    for (int i = 0; i < test.resilience().size(); i++) {
      Optional<String> fault = test.resilience().get(i).fault();
      if (fault.isPresent() && !test.expectsOf(fault.get())) {
        problems.error(
            place(json, "resilience", i),
            "the fault "
                + Text.quoted(fault.get())
                + " shows nothing: add what is to \"expect\", or an objective of the backend with"
                + " this \"fault\"");
      }
    }
  }

  /** Warns of faults that the load does not meet. */
  static void warn(LoadTest test, Located json, Problems problems) {
    Duration end =
        test.scenarios().stream()
            .map(scenario -> scenario.pace().startAfter().plus(Timing.duration(test, scenario)))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    for (int i = 0; i < test.faults().size(); i++) {
      Fault fault = test.faults().get(i);
      Duration off = fault.at().plus(fault.time());
      boolean isAfter =
          !expectedOf(fault, FaultPhase.AFTER).isEmpty()
              || !expectedOf(fault, FaultPhase.RECOVERY).isEmpty();
      if (off.compareTo(end) > 0 || (isAfter && off.equals(end))) {
        problems.warning(
            place(json, "faults", i),
            "the fault ends "
                + Durations.seconds(off)
                + " s after the start of the test, but its load is over after "
                + Durations.seconds(end)
                + " s: what is expected after it cannot be judged");
      }
    }
  }

  private static List<?> expectedOf(Fault fault, FaultPhase phase) {
    return fault.expected().getOrDefault(phase, List.of());
  }

  private static Located.Place place(Located json, String list, int number) {
    Map<String, Located> top =
        json instanceof Located.Members members ? members.members() : Map.of();
    return top.get(list) instanceof Located.Elements entries
        ? entries.elements().get(number).place()
        : json.place();
  }
}
