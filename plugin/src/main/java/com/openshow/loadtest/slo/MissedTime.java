package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For how long an objective is missed without a break, step by step. Where a step has too few
 * samples to judge it, the next is added, until there are enough.
 */
public final class MissedTime {
  private final Objective objective;
  private @Nullable Measurement open;
  private @Nullable Instant since;
  private Duration longest = Duration.ZERO;
  private Instant longestFrom = Instant.EPOCH;
  private boolean judged;
  private @Nullable Instant until;

  /** A time that has not begun. */
  public MissedTime(Objective objective) {
    this.objective = objective.over(new Window.WholeRun());
  }

  /** Takes the next step. */
  public void add(Measurement step) {
    Measurement before = open;
    Measurement now = before == null ? step : before.merge(step);
    Verdict verdict = PlainJudge.verdict(objective, now);
    if (verdict == Verdict.INCONCLUSIVE) {
      open = now;
      return;
    }
    open = null;
    judged = true;
    if (verdict == Verdict.PASS) {
      since = null;
      return;
    }
    Instant start = since == null ? now.startedAt() : since;
    since = start;
    until = now.endedAt();
    Duration missed = Duration.between(start, now.endedAt());
    if (missed.compareTo(longest) > 0) {
      longest = missed;
      longestFrom = start;
    }
  }

  /** The longest such time so far; zero when it was never missed. */
  public Duration longest() {
    return longest;
  }

  /** When the longest time began. */
  public Instant longestFrom() {
    return longestFrom;
  }

  /** When the last step ended in which it was missed; empty when it never was. */
  Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  /** Whether it was missed in the last step that could be judged. */
  boolean isGoingOn() {
    return since != null;
  }

  /** Whether it could be judged by the step that was taken last, and held. */
  boolean isHolding() {
    return judged && open == null && since == null;
  }

  /** Whether there ever were enough samples to judge the objective. */
  boolean wasJudged() {
    return judged;
  }
}
