package com.openshow.loadtest.slo;

import java.util.Objects;

/**
 * One promise, stated as success: the indicator over the scope is at most the target, or at least
 * where the indicator is a minimum.
 *
 * @param scope which samples it speaks of
 * @param indicator what it looks at
 * @param target the greatest value (the least, for a minimum) with which it holds, in the
 *     indicator's unit; at least 0
 */
public record Objective(Scope scope, Indicator indicator, double target) {
  public Objective {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(indicator, "indicator");
    if (!(target >= 0 && target <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "target must be a number of at least 0, but was " + target);
    }
  }

  /** For a person, and unique among the objectives of a plan: {@code "p95 of GET /a of S_01"}. */
  public String name() {
    return indicator.kind() + " of " + scope.describe();
  }
}
