package com.openshow.loadtest.scenario;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.slo.Bar;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An objective of the backend that a scenario file promises.
 *
 * @param objective what is promised
 * @param property the JMeter property that overrides the target
 */
public record BackendPromise(BackendObjective objective, String property) {
  public BackendPromise {
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(property, "property");
  }

  /** The target as people write it; empty for states, which have none. */
  public Optional<String> plainTarget() {
    return objective.claim() instanceof ValueClaim value
        ? Optional.of(
            new BigDecimal(Double.toString(value.target().value()))
                .stripTrailingZeros()
                .toPlainString())
        : Optional.empty();
  }

  /** The same promise with another target; itself where it has none. */
  public BackendObjective withTarget(double target) {
    if (!(objective.claim() instanceof ValueClaim value)) {
      return objective;
    }
    return new BackendObjective(
        objective.name(),
        objective.source(),
        new ValueClaim(
            value.query(),
            value.reducer(),
            new Bar(value.target().op(), target, value.target().unit()),
            value.grouping(),
            value.coverage()),
        objective.scenario(),
        objective.window(),
        objective.terms(),
        objective.note());
  }
}
