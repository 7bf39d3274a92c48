package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a {@link RunRecorder} has counted since somebody asked before, and what it knows of the
 * whole run by now. Another recorder to which all increments of a run are added knows as much as
 * the first.
 *
 * @param earliestStart when the run's earliest sample began, those that prepare virtual users and
 *     those of the warm-up included
 * @param latestEnd when its latest sample ended
 * @param began when the first sample of each scenario began, likewise
 * @param seconds what was counted, by the second of the clock in which a sample ended; a later
 *     increment may have more of the same second
 * @param newUsers of each scenario whose load rises: how many virtual users were seen for the first
 *     time in a window of {@link RunRecorder#WINDOW}, by the window's start
 * @param faults which faults were switched on and off
 */
public record Increment(
    Instant earliestStart,
    Instant latestEnd,
    Map<String, Instant> began,
    List<Measurement> seconds,
    Map<String, Map<Instant, Integer>> newUsers,
    List<FaultSwitch> faults) {
  public Increment {
    Objects.requireNonNull(earliestStart, "earliestStart");
    Objects.requireNonNull(latestEnd, "latestEnd");
    began = Map.copyOf(began);
    seconds = List.copyOf(seconds);
    newUsers = Map.copyOf(newUsers);
    faults = List.copyOf(faults);
    for (Measurement second : seconds) {
      if (!second.time().equals(RunRecorder.DETAIL)) {
        throw new IllegalArgumentException(
            "seconds must last " + RunRecorder.DETAIL + ", but one lasted " + second.time());
      }
    }
  }
}
