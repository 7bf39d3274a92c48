package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.gui.ArgumentsPanel;
import org.apache.jmeter.control.gui.TestPlanGui;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;
import org.apache.jorphan.collections.HashTree;
import org.apache.jorphan.collections.ListedHashTree;

/** The test plans of a load test: one for each scenario, and one with all side by side. */
public final class Plans {
  /** The name of the plan that holds every scenario. */
  public static final String ALL = "all";

  private Plans() {}

  /**
   * The plan files, in order: their names, and their contents. The same input gives the same bytes.
   *
   * @param source what the plans are made from
   */
  public static Map<String, byte[]> files(LoadTest test, Source source) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Scenario scenario : test.scenarios()) {
      files.put(fileName(scenario.name()), bytes(test, scenario.name(), List.of(scenario), source));
    }
    files.put(fileName(ALL), bytes(test, ALL, test.scenarios(), source));
    return files;
  }

  /** The file name of the plan with this name. */
  public static String fileName(String plan) {
    return plan + ".jmx";
  }

  private static byte[] bytes(LoadTest test, String name, List<Scenario> scenarios, Source source) {
    return PlanWriter.write(tree(test, name, scenarios), source);
  }

  private static HashTree tree(LoadTest test, String name, List<Scenario> scenarios) {
    TestPlan plan = new TestPlan();
    Arguments none = new Arguments();
    none.setProperty(TestElement.GUI_CLASS, ArgumentsPanel.class.getName());
    none.setProperty(TestElement.TEST_CLASS, Arguments.class.getName());
    plan.setUserDefinedVariables(none);
    plan.setTearDownOnShutdown(true);
    return Node.of(
            plan,
            test.projectName() + ": " + name,
            "Generated from scenarios.json; change it there and generate again.",
            TestPlanGui.class)
        .with(Variables.node(test, scenarios), Requests.defaults(test.defaults()), headers(test))
        .with(scenarios.stream().map(scenario -> ScenarioGroup.node(test, scenario)).toList())
        .with(Objectives.node(test, name, scenarios))
        .addTo(new ListedHashTree());
  }

  private static Node headers(LoadTest test) {
    List<Header> headers = new ArrayList<>();
    if (test.defaults().headers().keySet().stream().noneMatch("Accept"::equalsIgnoreCase)) {
      headers.add(new Header("Accept", "application/json"));
    }
    test.defaults().headers().forEach((name, value) -> headers.add(new Header(name, value)));
    return Requests.headers(
        "Headers of every request",
        "From /defaults/headers; all endpoints answer in JSON.",
        headers.toArray(Header[]::new));
  }
}
