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
 * @param pacing how well the scenarios with a target rate kept to it
 * @param capacities how much the scenarios found that rise until a breach
 */
public record Judgement(
    Instant startedAt,
    Instant endedAt,
    List<Outcome> outcomes,
    Optional<String> interruption,
    List<Pacing> pacing,
    List<Capacity> capacities) {
  public Judgement {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(interruption, "interruption");
    outcomes = List.copyOf(outcomes);
    pacing = List.copyOf(pacing);
    capacities = List.copyOf(capacities);
  }

  /** A judgement of scenarios without a target rate, and of none that rises until a breach. */
  public Judgement(
      Instant startedAt, Instant endedAt, List<Outcome> outcomes, Optional<String> interruption) {
    this(startedAt, endedAt, outcomes, interruption, List.of(), List.of());
  }

  /** The same judgement, with word of the schedules. */
  public Judgement with(List<Pacing> schedules) {
    return new Judgement(startedAt, endedAt, outcomes, interruption, schedules, capacities);
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

  /** How many outcomes more samples could turn. */
  public long borderline() {
    return outcomes.stream().filter(outcome -> outcome.certainty().borderline()).count();
  }
}
