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
 * @param aborted which objective had the test stopped, and why; empty when none had
 * @param pacing how well the scenarios with a target rate kept to it
 * @param capacities how much the scenarios found that rise until a breach
 * @param shifts by how much latencies differ from an earlier run; empty where its samples are not
 *     known
 */
public record Judgement(
    Instant startedAt,
    Instant endedAt,
    List<Outcome> outcomes,
    Optional<String> interruption,
    Optional<String> aborted,
    List<Pacing> pacing,
    List<Capacity> capacities,
    Optional<Shifts> shifts) {
  public Judgement {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(interruption, "interruption");
    Objects.requireNonNull(aborted, "aborted");
    Objects.requireNonNull(shifts, "shifts");
    outcomes = List.copyOf(outcomes);
    pacing = List.copyOf(pacing);
    capacities = List.copyOf(capacities);
  }

  /** A judgement of scenarios without a target rate, and of none that rises until a breach. */
  public Judgement(
      Instant startedAt, Instant endedAt, List<Outcome> outcomes, Optional<String> interruption) {
    this(
        startedAt,
        endedAt,
        outcomes,
        interruption,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The same judgement, with word of the schedules. */
  public Judgement with(List<Pacing> schedules) {
    return new Judgement(
        startedAt, endedAt, outcomes, interruption, aborted, schedules, capacities, shifts);
  }

  /**
   * The whole: {@link Verdict#FAIL} when an objective was breached that is more than a warning;
   * else {@link Verdict#INCONCLUSIVE} when one of those could not be judged, when none at all could
   * be judged, or when the run was interrupted or aborted; else {@link Verdict#PASS}.
   */
  public Verdict verdict() {
    boolean known =
        outcomes.stream().anyMatch(outcome -> outcome.verdict() != Verdict.INCONCLUSIVE);
    boolean whole = interruption.isEmpty() && aborted.isEmpty();
    return outcomes.stream()
        .filter(outcome -> outcome.objective().terms().severity() == Severity.FAIL)
        .map(Outcome::verdict)
        .reduce(known && whole ? Verdict.PASS : Verdict.INCONCLUSIVE, Verdict::and);
  }

  /** How many objectives have this verdict. */
  public long count(Verdict verdict) {
    return outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }

  /** How many of the breached ones are no more than a warning. */
  public long warnings() {
    return count(Verdict.FAIL) - outcomes.stream().filter(Outcome::failsTheRun).count();
  }

  /** How many outcomes more samples could turn. */
  public long borderline() {
    return outcomes.stream().filter(outcome -> outcome.certainty().borderline()).count();
  }
}
