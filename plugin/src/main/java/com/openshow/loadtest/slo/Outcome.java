package com.openshow.loadtest.slo;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What became of one objective.
 *
 * @param objective what was promised
 * @param observed the measured value in the indicator's unit; empty when nothing was measured
 * @param samples how many samples the value rests on
 * @param verdict whether the objective held
 * @param reason one sentence that says why
 * @param certainty how certain the observed value is
 */
public record Outcome(
    Objective objective,
    OptionalDouble observed,
    long samples,
    Verdict verdict,
    String reason,
    Certainty certainty) {
  public Outcome {
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(reason, "reason");
    if (observed.isEmpty() && verdict != Verdict.INCONCLUSIVE) {
      throw new IllegalArgumentException(
          "verdict must be INCONCLUSIVE where nothing was observed, but was " + verdict);
    }
  }

  /** An outcome of which nobody knows how certain it is. */
  public Outcome(
      Objective objective, OptionalDouble observed, long samples, Verdict verdict, String reason) {
    this(objective, observed, samples, verdict, reason, Certainty.UNKNOWN);
  }
}
