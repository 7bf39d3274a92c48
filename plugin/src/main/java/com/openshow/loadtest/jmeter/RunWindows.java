package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.Windows;
import com.openshow.loadtest.slo.TimePart;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Instant;
import java.util.Optional;

/** When the windows of objectives are, as the samples of a run tell it. */
record RunWindows(Measurement run) implements Windows {
  @Override
  public Optional<TimeRange> range(BackendObjective objective) {
    if (objective.window() instanceof Window.WholeRun) {
      return Optional.of(new TimeRange(run.startedAt(), run.endedAt()));
    }
    return TimePart.of(objective.window(), objective.scenario(), run) instanceof TimePart.Known part
        ? inside(part.from(), part.to())
        : Optional.empty();
  }

  /** What of a time the run has reached. */
  private Optional<TimeRange> inside(Instant from, Instant to) {
    return from.isAfter(run.endedAt())
        ? Optional.empty()
        : Optional.of(new TimeRange(from, to.isAfter(run.endedAt()) ? run.endedAt() : to));
  }
}
