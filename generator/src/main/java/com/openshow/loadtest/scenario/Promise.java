package com.openshow.loadtest.scenario;

import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An objective that a scenario file promises.
 *
 * @param objective what is promised
 * @param properties the JMeter properties that override the target, the strongest first
 */
public record Promise(Objective objective, List<String> properties) {
  /** The greatest share of failed requests, in percent, that every scenario promises. */
  public static final double ERROR_PERCENT = 0.01;

  // Read once: there may be ten thousand requests.
  private static final Map<SloKey, Indicator> INDICATORS =
      Arrays.stream(SloKey.values())
          .collect(
              Collectors.toUnmodifiableMap(slo -> slo, slo -> Indicator.parse(slo.indicator())));

  public Promise {
    Objects.requireNonNull(objective, "objective");
    properties = List.copyOf(properties);
  }

  /** All that is promised: of each scenario, and of all of them together. */
  public static List<Promise> of(LoadTest test) {
    List<Promise> promises = new ArrayList<>();
    test.scenarios().forEach(scenario -> promises.addAll(of(test, scenario)));
    promises.addAll(ofAll(test));
    return promises;
  }

  /** What is promised of several scenarios together. */
  public static List<Promise> ofAll(LoadTest test) {
    List<Promise> promises = new ArrayList<>(listed(test, ""));
    promises.addAll(expected(test, ""));
    return promises;
  }

  /** What this scenario promises, in the order of its requests. */
  public static List<Promise> of(LoadTest test, Scenario scenario) {
    List<Promise> promises = new ArrayList<>();
    for (Request request : scenario.requests()) {
      Map<SloKey, Double> targets = new EnumMap<>(SloKey.class);
      targets.putAll(test.defaults().slo());
      targets.putAll(request.slo());
      Scope scope = new Scope(scenario.name(), request.label());
      String suffix = "." + scenario.name() + "." + PropertyName.of(request.label());
      targets.forEach(
          (slo, target) ->
              promises.add(
                  new Promise(objective(test, scope, slo, target), List.of(slo.key() + suffix))));
    }
    Map<SloKey, Double> whole = new EnumMap<>(SloKey.class);
    whole.put(SloKey.SLO_ERROR_PERCENT, ERROR_PERCENT);
    whole.putAll(test.slo());
    whole.putAll(scenario.slo());
    Scope scope = new Scope(scenario.name(), "");
    whole.forEach(
        (slo, target) ->
            promises.add(
                new Promise(
                    objective(test, scope, slo, target),
                    List.of(slo.key() + "." + scenario.name(), slo.key()))));
    promises.addAll(listed(test, scenario.name()));
    promises.addAll(expected(test, scenario.name()));
    return promises;
  }

  private static Objective objective(LoadTest test, Scope scope, SloKey slo, double target) {
    Indicator indicator = Objects.requireNonNull(INDICATORS.get(slo));
    Terms usual = Terms.USUAL;
    return new Objective(
        scope,
        indicator,
        indicator.usual(),
        target,
        new Window.WholeRun(),
        new Terms(usual.severity(), usual.onNoData(), test.strict(), usual.abortAfter()));
  }

  /** The entries of the list of objectives, each with its number in it. */
  private static List<Promise> listed(LoadTest test, String scenario) {
    List<Promise> promises = new ArrayList<>();
    for (int i = 0; i < test.objectives().size(); i++) {
      String property = "objective." + (i + 1);
      test.objectives().get(i).stream()
          .filter(objective -> objective.scope().scenario().equals(scenario))
          .forEach(objective -> promises.add(new Promise(objective, List.of(property))));
    }
    return promises;
  }

  /** What is expected of faults, each with its phase and its number in it. */
  private static List<Promise> expected(LoadTest test, String scenario) {
    List<Promise> promises = new ArrayList<>();
    for (Fault fault : test.faults()) {
      fault
          .expected()
          .forEach(
              (phase, entries) -> {
                for (int i = 0; i < entries.size(); i++) {
                  String property = "expect." + fault.name() + "." + phase.label() + "." + (i + 1);
                  entries.get(i).stream()
                      .filter(objective -> objective.scope().scenario().equals(scenario))
                      .forEach(one -> promises.add(new Promise(one, List.of(property))));
                }
              });
    }
    return promises;
  }

  /** The target as people write it. */
  public String plainTarget() {
    return objective.target().text();
  }
}
