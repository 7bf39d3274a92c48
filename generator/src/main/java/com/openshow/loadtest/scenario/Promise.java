package com.openshow.loadtest.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A target that a scenario file promises, before it becomes an objective.
 *
 * @param scenario the scenario's name
 * @param label the endpoint's label; empty when it speaks of all endpoints of the scenario
 * @param indicator {@code p95} or {@code error_rate}
 * @param target the greatest value with which it is kept: milliseconds, or percent
 * @param properties the JMeter properties that override the target, the strongest first
 */
public record Promise(
    String scenario, String label, String indicator, double target, List<String> properties) {
  /** The greatest share of failed requests, in percent, that every scenario promises. */
  public static final double ERROR_PERCENT = 0.01;

  public Promise {
    properties = List.copyOf(properties);
  }

  /** What this scenario promises, in the order of its endpoints. */
  public static List<Promise> of(Scenario scenario) {
    List<Promise> promises = new ArrayList<>();
    for (Endpoint endpoint : scenario.endpoints()) {
      endpoint
          .sloP95Millis()
          .ifPresent(
              millis ->
                  promises.add(
                      new Promise(
                          scenario.name(),
                          endpoint.label(),
                          "p95",
                          millis,
                          List.of(
                              "slo_p95_ms."
                                  + scenario.name()
                                  + "."
                                  + PropertyName.of(endpoint.label())))));
    }
    promises.add(
        new Promise(
            scenario.name(),
            "",
            "error_rate",
            ERROR_PERCENT,
            List.of("slo_error_percent." + scenario.name(), "slo_error_percent")));
    return promises;
  }

  /** The target as people write it. */
  public String plainTarget() {
    return new BigDecimal(Double.toString(target)).stripTrailingZeros().toPlainString();
  }
}
