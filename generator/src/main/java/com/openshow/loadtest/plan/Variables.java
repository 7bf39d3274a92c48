package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
      ThinkTime.variables(test, scenario).entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> variables.addArgument(entry.getKey(), entry.getValue(), "="));
      for (Request request : all(scenario)) {
        List<String> names = queryNames(scenario, request);
        for (int i = 0; i < names.size(); i++) {
          variables.addArgument(names.get(i), request.params().get(i).text(), "=");
        }
      }
    }
    return Node.of(
        variables,
        "Variables",
        "Evaluated once, at the start of the test. -Jtarget.url=URL sets the target.",
        ArgumentsPanel.class);
  }

  private static List<Request> all(Scenario scenario) {
    return Stream.concat(scenario.setup().stream(), scenario.requests().stream()).toList();
  }

  /** An expression that picks one of the request's query strings; empty when it has none. */
  static String query(Scenario scenario, Request request) {
    if (!isFixed(request)) {
      return "?" + Texts.of(request.params().get(0));
    }
    List<String> names = queryNames(scenario, request);
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> "?${" + names.get(0) + "}";
      default -> "?${__RandomFromMultipleVars(" + String.join("|", names) + ")}";
    };
  }

  /** What stands in a user-defined variable is known before anything can be extracted. */
  private static boolean isFixed(Request request) {
    return request.params().stream().allMatch(query -> query.variables().isEmpty());
  }

  private static List<String> queryNames(Scenario scenario, Request request) {
    if (!isFixed(request)) {
      return List.of();
    }
    String prefix = "query." + scenario.name() + "." + PropertyName.of(request.label()) + ".";
    return IntStream.rangeClosed(1, request.params().size())
        .mapToObj(number -> prefix + number)
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
