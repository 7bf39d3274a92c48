package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Watches an objective that is to stop the test when it is missed for too long. */
public final class AbortWatch {
  private final Objective objective;
  private final MissedTime missed;
  private final Duration step;
  private Instant seenUntil = Instant.MIN;

  /**
   * A watch that has seen nothing.
   *
   * @param objective one with a time after which the test is aborted
   */
  public AbortWatch(Objective objective) {
    this.objective = objective;
    this.missed = new MissedTime(objective);
    this.step = Steps.within(objective.terms().abortAfter().orElseThrow());
  }

  /**
   * Looks at what came since the last call.
   *
   * @param windows those that are over, in order, from {@link #seenUntil} at the latest
   * @param origin where the first step begins: the same at each call
   * @param until the end of the last window that is over
   * @return why the test is to be stopped; empty when it is not
   */
  public Optional<String> look(List<Measurement> windows, Instant origin, Instant until) {
    List<Measurement> needed = windows.stream().map(objective::needed).toList();
    for (Measurement one : Steps.of(needed, step, origin, until)) {
      if (!one.startedAt().isBefore(seenUntil)) {
        missed.add(one);
        seenUntil = one.endedAt();
      }
    }
    return why(objective, missed).map(reason -> objective.name() + ": " + reason);
  }

  /** Up to when it has seen all; {@link Instant#MIN} when it has seen nothing. */
  public Instant seenUntil() {
    return seenUntil;
  }

  /** Why so long a time is too long; empty when it is not. */
  static Optional<String> why(Objective objective, MissedTime missed) {
    Duration after = objective.terms().abortAfter().orElseThrow();
    return missed.longest().compareTo(after) < 0
        ? Optional.empty()
        : Optional.of(
            "the test is aborted: it was missed for "
                + Quantity.format(missed.longest().toMillis() / 1000.0, "s")
                + " without a break, from "
                + missed.longestFrom());
  }
}
