package com.openshow.loadtest.slo;

import java.util.Optional;
import java.util.OptionalDouble;

/** What became of one promise, whoever measured it: a row of every report. */
public interface Judged {
  /** What was promised, for a person: {@code "p95 of GET /a of S_01"}. */
  String name();

  /** The scenario it speaks of; empty where it speaks of no single one. */
  String scenario();

  /** What of the scenario, or of the system, it speaks of: a request, {@code (all)}, a source. */
  String subject();

  /** What it looks at, such as {@code p95}. */
  String kind();

  /** What is promised, such as {@code p95 <= 50 ms for 30s}. */
  String promise();

  /** What the value was held against; empty where only a baseline could have told. */
  Optional<Bar> bar();

  /** The measured value in {@link #observedUnit}; empty when there is none. */
  OptionalDouble observed();

  /** The unit of the observed value, which may be another than the target's. */
  String observedUnit();

  /** What was observed, for a person; empty when nothing was. */
  default Optional<String> observedText() {
    return observed().isPresent()
        ? Optional.of(Quantity.format(observed().getAsDouble(), observedUnit()))
        : Optional.empty();
  }

  /** How many samples or points the value rests on. */
  long samples();

  /** Whether the promise held. */
  Verdict verdict();

  /** One sentence that says why. */
  String reason();

  /** How certain the observed value is. */
  Certainty certainty();

  /** What its breach means for the run. */
  Severity severity();

  /** Whether it lets the run fail. */
  default boolean failsTheRun() {
    return verdict() == Verdict.FAIL && severity() == Severity.FAIL;
  }

  /** The verdict as every report words it: {@code WARN} for a breach that is only a warning. */
  default String word() {
    boolean isWarning = verdict() == Verdict.FAIL && !failsTheRun();
    return isWarning ? Severity.WARN.name() : verdict().name();
  }

  /**
   * How it is to be coloured: with care, as {@link Verdict#INCONCLUSIVE}, where it is only a
   * warning or more samples could turn a pass.
   */
  default Verdict tone() {
    boolean isWarning = verdict() == Verdict.FAIL && !failsTheRun();
    boolean isBorderline = verdict() == Verdict.PASS && certainty().borderline();
    return isWarning || isBorderline ? Verdict.INCONCLUSIVE : verdict();
  }

  /** What to look at first: 0 for a breach that fails the run, more for what matters less. */
  default int rank() {
    if (failsTheRun()) {
      return 0;
    }
    return switch (verdict()) {
      case INCONCLUSIVE -> 1;
      case FAIL -> 2;
      case PASS -> certainty().borderline() ? 3 : 4;
    };
  }
}
