package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.gui.ArgumentsPanel;

/** The plan's user-defined variables: what several elements share, evaluated once at the start. */
final class Variables {
  private Variables() {}

  static Node node(LoadTest test, String planName, List<Scenario> scenarios, Dialect dialect) {
    Arguments variables = new Arguments();
    dialect
        .variables(test, planName, scenarios)
        .forEach((name, value) -> variables.addArgument(name, value, "="));
    for (Scenario scenario : scenarios) {
      ThinkTime.variables(test, scenario).entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> variables.addArgument(entry.getKey(), entry.getValue(), "="));
      for (Request request : all(scenario)) {
        new Query(scenario, request, dialect)
            .variables()
            .forEach((name, query) -> variables.addArgument(name, query, "="));
      }
    }
    return Node.of(
        variables,
        "Variables",
        "From /staging_url and the params and think_time of /scenarios. Evaluated once, at the start of"
            + " the test. -Jtarget.url=URL sets the target.",
        ArgumentsPanel.class);
  }

  private static List<Request> all(Scenario scenario) {
    return Stream.concat(scenario.setup().stream(), scenario.requests().stream()).toList();
  }
}
