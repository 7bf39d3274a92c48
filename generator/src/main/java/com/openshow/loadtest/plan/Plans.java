package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.config.gui.ArgumentsPanel;
import org.apache.jmeter.control.gui.TestPlanGui;
import org.apache.jmeter.protocol.http.control.Header;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.TestPlan;

/** The test plans of a load test: one for each scenario, and one with all side by side. */
public final class Plans {
  /** The name of the plan that holds every scenario. */
  public static final String ALL = "all";

  /** The name of the plan that only deletes what others have created. */
  public static final String CLEANUP = "cleanup";

  private Plans() {}

  /**
   * The plan files, in order: their names, and their contents. The same input gives the same bytes.
   *
   * @param source what the plans are made from
   */
  public static Map<String, byte[]> files(LoadTest test, Source source) {
    return files(test, source, new PluginDialect());
  }

  /**
   * The plan files for a JMeter without the plugin, likewise.
   *
   * @param source what the plans are made from
   */
  public static Map<String, byte[]> stock(LoadTest test, Source source) {
    return files(test, source, new StockDialect());
  }

  /** What the {@link #stock} plans do not do as the scenario file says. */
  public static List<StockNote> stockNotes(LoadTest test) {
    return new StockDialect().notes(test, test.scenarios());
  }

  /**
   * The plan that does nothing but delete what runs have created; empty when no request has a
   * clean-up. The property {@code created.file} says which file tells of it.
   */
  public static Optional<byte[]> cleanup(LoadTest test, Source source) {
    Dialect dialect = new PluginDialect();
    return dialect
        .cleanup(test, test.scenarios())
        .map(
            group ->
                PlanWriter.plan(
                        root(test, CLEANUP, List.of())
                            .with(common(test, CLEANUP, test.scenarios(), dialect))
                            .with(group))
                    .file(source));
  }

  private static Map<String, byte[]> files(LoadTest test, Source source, Dialect dialect) {
    List<PlanText> groups =
        test.scenarios().parallelStream()
            .map(
                scenario ->
                    PlanWriter.text(List.of(ScenarioGroup.node(test, scenario, dialect)), 1))
            .toList();
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Scenario scenario = test.scenarios().get(i);
      plans.add(new Plan(scenario.name(), List.of(scenario), groups.get(i)));
    }
    plans.add(new Plan(ALL, test.scenarios(), PlanText.join(groups)));
    List<byte[]> contents =
        plans.parallelStream()
            .map(plan -> PlanWriter.plan(node(test, plan, dialect)).file(source))
            .toList();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < plans.size(); i++) {
      files.put(fileName(plans.get(i).name()), contents.get(i));
    }
    return files;
  }

  /** The file name of the plan with this name. */
  public static String fileName(String plan) {
    return plan + ".jmx";
  }

  private record Plan(String name, List<Scenario> scenarios, PlanText groups) {}

  private static Node node(LoadTest test, Plan plan, Dialect dialect) {
    Node root =
        root(test, plan.name(), dialect.notes(test, plan.scenarios()))
            .with(common(test, plan.name(), plan.scenarios(), dialect))
            .with(Node.written(plan.groups()))
            .with(dialect.faults(test, plan.scenarios()));
    dialect.cleanup(test, plan.scenarios()).ifPresent(root::with);
    dialect.objectives(test, plan.name(), plan.scenarios()).ifPresent(root::with);
    return root;
  }

  private static List<Node> common(
      LoadTest test, String name, List<Scenario> scenarios, Dialect dialect) {
    return List.of(
        Variables.node(test, name, scenarios, dialect),
        Requests.defaults(test.defaults(), dialect.target()),
        headers(test));
  }

  private static Node root(LoadTest test, String name, List<StockNote> notes) {
    TestPlan element = new TestPlan();
    Arguments none = new Arguments();
    none.setProperty(TestElement.GUI_CLASS, ArgumentsPanel.class.getName());
    none.setProperty(TestElement.TEST_CLASS, Arguments.class.getName());
    element.setUserDefinedVariables(none);
    element.setTearDownOnShutdown(true);
    return Node.of(element, test.projectName() + ": " + name, comment(notes), TestPlanGui.class);
  }

  private static String comment(List<StockNote> notes) {
    StringBuilder text =
        new StringBuilder(
            "From /project_name. Generated from scenarios.json; change it there and generate again.");
    if (!notes.isEmpty()) {
      text.append("\nFor a JMeter without the plugin, which cannot do all that the file says:");
    }
    notes.forEach(note -> text.append("\n").append(note));
    return text.toString();
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
