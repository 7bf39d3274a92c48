package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.Objects;

/**
 * Which samples an objective speaks of.
 *
 * @param scenario the thread group's name, or empty for every thread group
 * @param requests which requests; all of them are not the transactions, whose requests are samples
 *     themselves
 */
public record Scope(String scenario, Requests requests) {
  public Scope {
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(requests, "requests");
  }

  /**
   * The requests of one label.
   *
   * @param label empty for all requests
   */
  public Scope(String scenario, String label) {
    this(scenario, label.isEmpty() ? new Requests.All() : new Requests.Labelled(label));
  }

  /** Whether samples of this key are in the scope. */
  public boolean covers(SampleKey key) {
    return (scenario.isEmpty() || scenario.equals(key.scenario())) && coversRequest(key);
  }

  /** Whether samples of this key are in the scope, were they of its scenario. */
  public boolean coversRequest(SampleKey key) {
    return requests instanceof Requests.All
        ? !key.transaction()
        : requests.labels().contains(key.label());
  }

  /** The one label it speaks of; empty when it speaks of many. */
  public String label() {
    return requests instanceof Requests.Labelled one ? one.label() : "";
  }

  /** For a person: what the scope covers. */
  public String describe() {
    return scenario.isEmpty() ? requests.describe() : requests.describe() + " of " + scenario;
  }
}
