package com.openshow.loadtest.slo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one immutable result of a run, from which every report is written.
 *
 * @param startedAt when the run began
 * @param endedAt when it ended
 * @param outcomes what became of each objective, in the objectives' order
 * @param interruption why the run did not go to its end; empty when it did
 */
public record Judgement(
    Instant startedAt, Instant endedAt, List<Outcome> outcomes, Optional<String> interruption) {
  public Judgement {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(interruption, "interruption");
    outcomes = List.copyOf(outcomes);
  }

  /**
   * The whole: {@link Verdict#FAIL} when an objective was breached; else {@link
   * Verdict#INCONCLUSIVE} when one could not be judged, when there was none to judge, or when the
   * run was interrupted; else {@link Verdict#PASS}.
   */
  public Verdict verdict() {
    Verdict start =
        outcomes.isEmpty() || interruption.isPresent() ? Verdict.INCONCLUSIVE : Verdict.PASS;
    return outcomes.stream().map(Outcome::verdict).reduce(start, Verdict::and);
  }

  /** How many objectives have this verdict. */
  public long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }
}
