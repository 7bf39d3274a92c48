package com.openshow.loadtest.grafana;

import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Target;
import java.util.Optional;

/** What is promised, as a line. */
final class Targets {
  private Targets() {}

  /**
   * The line of an objective; empty where its target is known only when a baseline is.
   *
   * @param unit how many of the objective's units the panel's unit is
   */
  static Optional<Threshold> of(Objective objective, double unit) {
    return objective.target() instanceof Target.Fixed fixed
        ? Optional.of(Threshold.promised(fixed.value() / unit))
        : Optional.empty();
  }
}
