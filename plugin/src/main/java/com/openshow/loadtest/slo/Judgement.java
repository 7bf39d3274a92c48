package com.openshow.loadtest.slo;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one immutable result of a run, from which every report is written.
 *
 * @param startedAt when the run began
 * @param endedAt when it ended
 * @param outcomes what became of each objective of the load, in the objectives' order
 * @param backend what became of each objective of the backend's metrics, likewise
 * @param interruption why the run did not go to its end; empty when it did
 * @param aborted which objective had the test stopped, and why; empty when none had
 * @param pacing how well the scenarios with a target rate kept to it
 * @param capacities how much the scenarios found that rise until a breach
 * @param shifts by how much latencies differ from an earlier run; empty where its samples are not
 *     known
 * @param faults when which fault was on, in the order in which they began
 */
public record Judgement(
    Instant startedAt,
    Instant endedAt,
    List<Outcome> outcomes,
    List<Judged> backend,
    Optional<String> interruption,
    Optional<String> aborted,
    List<Pacing> pacing,
    List<Capacity> capacities,
    Optional<Shifts> shifts,
    List<FaultTime> faults) {
  public Judgement {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endedAt, "endedAt");
    Objects.requireNonNull(interruption, "interruption");
    Objects.requireNonNull(aborted, "aborted");
    Objects.requireNonNull(shifts, "shifts");
    outcomes = List.copyOf(outcomes);
    backend = List.copyOf(backend);
    pacing = List.copyOf(pacing);
    capacities = List.copyOf(capacities);
    faults = List.copyOf(faults);
  }

  /** A judgement of scenarios without a target rate, and of none that rises until a breach. */
  public Judgement(
      Instant startedAt, Instant endedAt, List<Outcome> outcomes, Optional<String> interruption) {
    this(
        startedAt,
        endedAt,
        outcomes,
        List.of(),
        interruption,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** The same judgement, with word of the schedules. */
  public Judgement with(List<Pacing> schedules) {
    return new Judgement(
        startedAt,
        endedAt,
        outcomes,
        backend,
        interruption,
        aborted,
        schedules,
        capacities,
        shifts,
        faults);
  }

  /**
   * The same judgement, with the backend's metrics.
   *
   * @param others what became of each of their objectives
   * @param why which of them had the test stopped, and why; heeded where no other had
   */
  public Judgement withBackend(List<? extends Judged> others, Optional<String> why) {
    return new Judgement(
        startedAt,
        endedAt,
        outcomes,
        List.copyOf(others),
        interruption,
        aborted.or(() -> why),
        pacing,
        capacities,
        shifts,
        faults);
  }

  /** Every row of the reports: the load's objectives, and then the backend's. */
  public List<Judged> all() {
    return Stream.concat(outcomes.stream(), backend.stream()).toList();
  }

  /**
   * The whole: {@link Verdict#FAIL} when an objective was breached that is more than a warning;
   * else {@link Verdict#INCONCLUSIVE} when one of those could not be judged, when none at all could
   * be judged, when the run was interrupted or aborted, or when a fault could not be switched; else
   * {@link Verdict#PASS}.
   */
  public Verdict verdict() {
    boolean known = all().stream().anyMatch(judged -> judged.verdict() != Verdict.INCONCLUSIVE);
    boolean whole =
        interruption.isEmpty()
            && aborted.isEmpty()
            && faults.stream().allMatch(fault -> fault.problem().isEmpty());
    return all().stream()
        .filter(judged -> judged.severity() == Severity.FAIL)
        .map(Judged::verdict)
        .reduce(known && whole ? Verdict.PASS : Verdict.INCONCLUSIVE, Verdict::and);
  }

  /** How many objectives have this verdict. */
  public long count(Verdict verdict) {
    return all().stream().filter(judged -> judged.verdict() == verdict).count();
  }

  /** How many of the breached ones are no more than a warning. */
  public long warnings() {
    return count(Verdict.FAIL) - all().stream().filter(Judged::failsTheRun).count();
  }

  /** How many outcomes more samples could turn. */
  public long borderline() {
    return all().stream().filter(judged -> judged.certainty().borderline()).count();
  }
}
