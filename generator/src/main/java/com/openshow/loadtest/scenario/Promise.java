package com.openshow.loadtest.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A target that a scenario file promises, before it becomes an objective.
 *
 * @param scenario the scenario's name
 * @param label the endpoint's label; empty when it speaks of all endpoints of the scenario
 * @param indicator such as {@code p95} or {@code error_rate}
 * @param target the greatest value with which it is kept, or the least for a rate: milliseconds,
 *     percent, or requests per second
 * @param properties the JMeter properties that override the target, the strongest first
 */
public record Promise(
    String scenario, String label, String indicator, double target, List<String> properties) {
  /** The greatest share of failed requests, in percent, that every scenario promises. */
  public static final double ERROR_PERCENT = 0.01;

  public Promise {
    properties = List.copyOf(properties);
  }

  /** What this scenario promises, in the order of its requests. */
  public static List<Promise> of(LoadTest test, Scenario scenario) {
    List<Promise> promises = new ArrayList<>();
    for (Request request : scenario.requests()) {
      Map<SloKey, Double> targets = new EnumMap<>(SloKey.class);
      targets.putAll(test.defaults().slo());
      targets.putAll(request.slo());
      String suffix = "." + scenario.name() + "." + PropertyName.of(request.label());
      targets.forEach(
          (slo, target) ->
              promises.add(
                  new Promise(
                      scenario.name(),
                      request.label(),
                      slo.indicator(),
                      target,
                      List.of(slo.key() + suffix))));
    }
    Map<SloKey, Double> whole = new EnumMap<>(SloKey.class);
    whole.put(SloKey.SLO_ERROR_PERCENT, ERROR_PERCENT);
    whole.putAll(test.slo());
    whole.putAll(scenario.slo());
    whole.forEach(
        (slo, target) ->
            promises.add(
                new Promise(
                    scenario.name(),
                    "",
                    slo.indicator(),
                    target,
                    List.of(slo.key() + "." + scenario.name(), slo.key()))));
    return promises;
  }

  /** The target as people write it. */
  public String plainTarget() {
    return new BigDecimal(Double.toString(target)).stripTrailingZeros().toPlainString();
  }
}
