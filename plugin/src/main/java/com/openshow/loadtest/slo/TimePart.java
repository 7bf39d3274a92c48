package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Instant;
import java.util.Optional;

/** The part of a run's time that a window speaks of. */
public sealed interface TimePart {
  /**
   * It is known.
   *
   * @param from its start
   * @param to its end, after {@code from}
   */
  record Known(Instant from, Instant to) implements TimePart {
    public Known {
      if (!to.isAfter(from)) {
        throw new IllegalArgumentException(
            "a part must end after it begins, but was from " + from + " to " + to);
      }
    }
  }

  /**
   * Nobody knows it, or it never came.
   *
   * @param why for a person
   */
  record Unknown(String why) implements TimePart {}

  /**
   * The part that a window is of; the whole run where it is of no part.
   *
   * @param scenario from whose first request a stage counts; empty for that of all
   * @param whole all that was measured
   */
  static TimePart of(Window window, String scenario, Measurement whole) {
    if (window instanceof Window.Stage stage) {
      Instant began = whole.began(scenario);
      return new Known(began.plus(stage.from()), began.plus(stage.to()));
    }
    if (window instanceof FaultWindow part) {
      Optional<FaultTime> fault = FaultTime.find(part.fault(), whole);
      return fault.isEmpty()
          ? new Unknown("the fault " + part.fault() + " did not happen")
          : of(part, fault.get(), whole);
    }
    return between(whole.startedAt(), whole.endedAt(), "the run took no time");
  }

  private static TimePart of(FaultWindow window, FaultTime fault, Measurement whole) {
    if (window instanceof FaultWindow.Before) {
      return between(
          whole.startedAt(), fault.beginning(), "the fault began before anything was measured");
    }
    Optional<String> problem = fault.problem();
    if (fault.on().isEmpty()) {
      return new Unknown(problem.orElseThrow());
    }
    if (window instanceof FaultWindow.During) {
      return between(
          later(fault.on().get(), whole.startedAt()),
          earlier(fault.ending().orElse(whole.endedAt()), whole.endedAt()),
          "nothing was measured while the fault was on");
    }
    if (problem.isPresent()) {
      return new Unknown(problem.get());
    }
    // Where nobody knows when it was switched off, the run was over by then.
    Instant off = fault.off().orElse(whole.endedAt());
    Instant end =
        window instanceof FaultWindow.After after && after.time().isPresent()
            ? earlier(off.plus(after.time().get()), whole.endedAt())
            : whole.endedAt();
    return between(
        later(off, whole.startedAt()),
        end,
        "the run was over before the fault " + fault.name() + " was");
  }

  private static TimePart between(Instant from, Instant to, String never) {
    return to.isAfter(from) ? new Known(from, to) : new Unknown(never);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
