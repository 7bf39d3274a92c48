package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.gui.ArgumentsPanel;

/** The plan's user-defined variables: what several elements share, evaluated once at the start. */
final class Variables {
  static final String TARGET_URL = "target_url";

  private Variables() {}

  static Node node(LoadTest test, List<Scenario> scenarios) {
    Arguments variables = new Arguments();
    variables.addArgument(
        TARGET_URL, Overridable.property("target.url", test.stagingUrl().toString()), "=");
    for (Scenario scenario : scenarios) {
      ThinkTime.variables(scenario).entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> variables.addArgument(entry.getKey(), entry.getValue(), "="));
      for (Endpoint endpoint : scenario.endpoints()) {
        List<String> names = queryNames(scenario, endpoint);
        for (int i = 0; i < names.size(); i++) {
          variables.addArgument(names.get(i), endpoint.params().get(i), "=");
        }
      }
    }
    return Node.of(
        variables,
        "Variables",
        "Evaluated once, at the start of the test. -Jtarget.url=URL sets the target.",
        ArgumentsPanel.class);
  }

  /** An expression that picks one of the endpoint's query strings; empty when it has none. */
  static String query(Scenario scenario, Endpoint endpoint) {
    List<String> names = queryNames(scenario, endpoint);
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> "?${" + names.get(0) + "}";
      default -> "?${__RandomFromMultipleVars(" + String.join("|", names) + ")}";
    };
  }

  private static List<String> queryNames(Scenario scenario, Endpoint endpoint) {
    String prefix = "query." + scenario.name() + "." + PropertyName.of(endpoint.label()) + ".";
    return IntStream.rangeClosed(1, endpoint.params().size())
        .mapToObj(number -> prefix + number)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
