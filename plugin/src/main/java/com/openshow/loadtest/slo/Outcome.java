package com.openshow.loadtest.slo;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of one objective.
 *
 * @param objective what was promised
 * @param observed the measured value in the unit of {@link Objective#bar}; empty when nothing was
 *     measured
 * @param samples how many samples the value rests on
 * @param enough whether they are enough to judge by, or to compare a later run with
 * @param verdict whether the objective held
 * @param reason one sentence that says why
 * @param certainty how certain the observed value is
 * @param otherwise a latency without the failed requests where they are counted, and with them
 *     where they are not; empty for other indicators
 * @param against the earlier figure that the value was held against; empty where it was none
 */
public record Outcome(
    Objective objective,
    OptionalDouble observed,
    long samples,
    boolean enough,
    Verdict verdict,
    String reason,
    Certainty certainty,
    OptionalDouble otherwise,
    Optional<Against> against)
    implements Judged {
  public Outcome {
    Objects.requireNonNull(certainty, "certainty");
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(otherwise, "otherwise");
    Objects.requireNonNull(against, "against");
    Verdict ofSilence = objective.terms().onNoData().verdict();
    if (observed.isEmpty() && verdict != Verdict.INCONCLUSIVE && verdict != ofSilence) {
      throw new IllegalArgumentException(
          "verdict must be "
              + ofSilence
              + " or INCONCLUSIVE where nothing was observed, but was "
              + verdict);
    }
  }

  /** The outcome of an objective of which nothing was measured. */
  Outcome(Objective objective, Verdict verdict, String reason) {
    this(
        objective,
        OptionalDouble.empty(),
        0,
        false,
        verdict,
        reason,
        Certainty.UNKNOWN,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** An outcome of which nobody knows how certain it is. */
  public Outcome(
      Objective objective, OptionalDouble observed, long samples, Verdict verdict, String reason) {
    this(
        objective,
        observed,
        samples,
        verdict != Verdict.INCONCLUSIVE,
        verdict,
        reason,
        Certainty.UNKNOWN,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** The same outcome as a breach, for another reason. */
  Outcome breached(String why) {
    return new Outcome(
        objective, observed, samples, enough, Verdict.FAIL, why, certainty, otherwise, against);
  }

  /**
   * The target as a number in the indicator's unit; empty where only a baseline could have told.
   */
  public Optional<Double> targetValue() {
    return objective.target() instanceof Target.Fixed fixed
        ? Optional.of(fixed.value())
        : against.map(earlier -> earlier.bar().value());
  }

  @Override
  public Optional<Bar> bar() {
    return against.map(Against::bar).or(objective::bar);
  }

  @Override
  public String name() {
    return objective.name();
  }

  @Override
  public String scenario() {
    return objective.scope().scenario();
  }

  @Override
  public String subject() {
    Requests requests = objective.scope().requests();
    return requests instanceof Requests.Labelled
        ? requests.describe()
        : "(" + (requests instanceof Requests.All ? "all" : requests.describe()) + ")";
  }

  @Override
  public String kind() {
    return objective.indicator().kind();
  }

  @Override
  public String promise() {
    return objective.promise();
  }

  @Override
  public String observedUnit() {
    return objective.observedUnit();
  }

  @Override
  public Severity severity() {
    return objective.terms().severity();
  }
}
