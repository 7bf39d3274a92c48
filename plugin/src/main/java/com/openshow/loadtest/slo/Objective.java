package com.openshow.loadtest.slo;

import java.util.Objects;

/**
 * One promise, stated as success: the indicator over the scope and the window stands to the target
 * as the comparison says.
 *
 * @param scope which samples it speaks of
 * @param indicator what it looks at
 * @param op how the observed value must stand to the target
 * @param target at least 0, in the indicator's unit
 * @param window over which time
 * @param terms on what terms it is judged
 */
public record Objective(
    Scope scope, Indicator indicator, Comparison op, double target, Window window, Terms terms) {
  public Objective {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(op, "op");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(terms, "terms");
    if (!(target >= 0 && target <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "target must be a number of at least 0, but was " + target);
    }
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
  public Objective withTarget(double other) {
    return new Objective(scope, indicator, op, other, window, terms);
  }

  /** The same objective on other terms. */
  Objective on(Terms others) {
    return new Objective(scope, indicator, op, target, window, others);
  }

  /** What its observed value is held against. */
  public Bar bar() {
    if (window instanceof Window.Sustained sustained) {
      return new Bar(Comparison.LT, sustained.time().toMillis() / 1000.0, "s");
    }
    return window instanceof Window.Slices slices
        ? new Bar(Comparison.GTE, slices.targetPercent(), "% of slices")
        : new Bar(op, target, indicator.unit());
  }

  /** What becomes of it when nothing was measured. */
  Outcome nothingMeasured(String why) {
    return new Outcome(this, terms.onNoData().verdict(), why);
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
    String within = window.text();
    String separator = window instanceof Window.Sustained ? " " : " in ";
    return indicator.kind()
        + " "
        + op.sign()
        + " "
        + Quantity.format(target, indicator.unit())
        + (within.isEmpty() ? "" : separator + within);
  }
}
