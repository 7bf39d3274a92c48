package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.Scenario;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What scenarios and requests are called in k6, whose names may hold less than ours. */
final class Names {
  private final Map<String, String> scenarios = new LinkedHashMap<>();

  /** Names for these scenarios, all different. */
  Names(List<Scenario> scenarios) {
    Set<String> taken = new HashSet<>();
    scenarios.forEach(scenario -> taken.add(scenario.name()));
    for (Scenario scenario : scenarios) {
      String name = scenario.name().replace('.', '_');
      // A name that stays as it is, is its own already.
      while (!name.equals(scenario.name()) && !taken.add(name)) {
        name += "_";
      }
      this.scenarios.put(scenario.name(), name);
    }
  }

  /** The scenario's name: letters, digits, {@code _} and {@code -}. */
  String of(Scenario scenario) {
    return Objects.requireNonNull(scenarios.get(scenario.name()), scenario.name());
  }

  /**
   * The name of a request with this label: without what ends or trims a tag in a threshold. Two
   * requests of a scenario differ in more than that.
   */
  static String ofRequest(String label) {
    String name = label.replace(',', ';').replaceAll("[\"']", "`").strip();
    return name.isEmpty() ? "request" : name;
  }
}
