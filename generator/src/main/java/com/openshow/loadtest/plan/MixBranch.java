package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Scenario;
import java.math.BigDecimal;
import java.util.List;

/**
 * One endpoint of a mix, as it is written into a plan.
 *
 * @param endpoint what it is
 * @param weight its weight as an expression
 * @param pointer where it stands in the scenario file
 * @param nodes its request with all that belongs to it
 */
record MixBranch(Endpoint endpoint, String weight, String pointer, List<Node> nodes) {
  MixBranch {
    nodes = List.copyOf(nodes);
  }

  /** The endpoint's weight, which a property overrides. */
  static String weight(Scenario scenario, Endpoint endpoint) {
    return Overridable.property(
        scenario,
        endpoint.request(),
        "weight",
        new BigDecimal(Double.toString(endpoint.weight())).stripTrailingZeros().toPlainString());
  }
}
