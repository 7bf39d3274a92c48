package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Objects;
import java.util.Optional;

/**
 * One promise, stated as success: the indicator over the scope and the window stands to the target
 * as the comparison says.
 *
 * @param scope which samples it speaks of
 * @param indicator what it looks at
 * @param op how the observed value must stand to the target
 * @param target what it must stand to
 * @param window over which time
 * @param terms on what terms it is judged
 */
public record Objective(
    Scope scope, Indicator indicator, Comparison op, Target target, Window window, Terms terms) {
  public Objective {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(op, "op");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(terms, "terms");
    refusal(indicator, target, window, terms)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /** An objective with a value for a target. */
  public Objective(
      Scope scope, Indicator indicator, Comparison op, double target, Window window, Terms terms) {
    this(scope, indicator, op, new Target.Fixed(target), window, terms);
  }

  /** Why nothing can be held against such a target; empty when it can. */
  public static Optional<String> refusal(
      Indicator indicator, Target target, Window window, Terms terms) {
    if (window instanceof FaultWindow && terms.abortAfter().isPresent()) {
      return Optional.of("what is expected of a fault is judged at the end, and stops no test");
    }
    if (!(target instanceof Target.OfBaseline relative)) {
      return Optional.empty();
    }
    if (relative.points() > 0 && !(indicator instanceof ErrorRate)) {
      return Optional.of("points are for error_rate; say by how many % the baseline may be missed");
    }
    if (window.isCounted()) {
      return Optional.of("a target of the baseline is for the whole run or a part of it");
    }
    return terms.abortAfter().isPresent()
        ? Optional.of("a target of the baseline is judged at the end, and stops no test")
        : Optional.empty();
  }

  /** An objective over the whole run, compared and judged as usual. */
  public Objective(Scope scope, Indicator indicator, double target) {
    this(scope, indicator, indicator.usual(), target, new Window.WholeRun(), Terms.USUAL);
  }

  /** The same objective over another window. */
  Objective over(Window other) {
    return new Objective(scope, indicator, op, target, other, terms);
  }

  /** The same objective with another target. */
  public Objective withTarget(Target other) {
    return new Objective(scope, indicator, op, other, window, terms);
  }

  /** The same objective on other terms. */
  Objective on(Terms others) {
    return new Objective(scope, indicator, op, target, window, others);
  }

  /** What its observed value is held against; empty where only a baseline can tell. */
  public Optional<Bar> bar() {
    if (window instanceof Window.Sustained sustained) {
      return Optional.of(
          new Bar(Comparison.LT, sustained.time().toMillis() / 1000.0, observedUnit()));
    }
    if (window instanceof FaultWindow.Recovery recovery) {
      return Optional.of(
          new Bar(Comparison.LTE, recovery.time().toMillis() / 1000.0, observedUnit()));
    }
    if (window instanceof Window.Slices slices) {
      return Optional.of(new Bar(Comparison.GTE, slices.targetPercent(), observedUnit()));
    }
    return target instanceof Target.Fixed fixed
        ? Optional.of(new Bar(op, fixed.value(), observedUnit()))
        : Optional.empty();
  }

  /** The unit of the observed value: the indicator's, but for windows that count other things. */
  public String observedUnit() {
    if (window instanceof Window.Slices) {
      return "% of slices";
    }
    return window.isCounted() ? "s" : indicator.unit();
  }

  /** What becomes of it when nothing was measured. */
  Outcome nothingMeasured(String why) {
    return new Outcome(this, terms.onNoData().verdict(), why);
  }

  /** What it needs of a part of the time, and no more. */
  Measurement needed(Measurement part) {
    // A weight is a share of all requests of its scenario.
    Scope wanted = indicator instanceof WeightDeviation ? new Scope(scope.scenario(), "") : scope;
    return part.only(wanted::covers, indicator.timings());
  }

  /** For a person: {@code "p95 of GET /a of S_01"}. */
  public String name() {
    return indicator.kind()
        + " of "
        + scope.describe()
        + (window instanceof Window.WholeRun ? "" : " (" + window.text() + ")")
        + (terms.severity() == Severity.WARN ? " (warning)" : "");
  }

  /** What is promised, such as {@code p95 <= 50 ms for 30s}. */
  public String promise() {
    String within = window.phrase();
    return indicator.kind()
        + " "
        + op.sign()
        + " "
        + target.describe(indicator.unit())
        + (within.isEmpty() ? "" : " " + within);
  }
}
