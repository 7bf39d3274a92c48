package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.Objects;

/**
 * Which samples an objective speaks of.
 *
 * @param scenario the thread group's name, or empty for every thread group
 * @param label the samples' label, or empty for all requests: not for transactions, whose requests
 *     are samples themselves
 */
public record Scope(String scenario, String label) {
  public Scope {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(label, "label");
  }

  /** Whether samples of this key are in the scope. */
  public boolean covers(SampleKey key) {
    return (scenario.isEmpty() || scenario.equals(key.scenario()))
        && (label.isEmpty() ? !key.transaction() : label.equals(key.label()));
  }

  /** For a person: what the scope covers. */
  public String describe() {
    String labels = label.isEmpty() ? "all requests" : label;
    return scenario.isEmpty() ? labels : labels + " of " + scenario;
  }
}
