package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.WeightedMixController;
import com.openshow.loadtest.jmeter.WeightedMixControllerGui;
import com.openshow.loadtest.jmeter.WeightedThroughputController;
import com.openshow.loadtest.jmeter.WeightedThroughputControllerGui;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.OnceOnlyController;
import org.apache.jmeter.control.gui.LogicControllerGui;
import org.apache.jmeter.control.gui.OnceOnlyControllerGui;

/** A scenario's thread group with all that is in it. */
final class ScenarioGroup {
  private final LoadTest test;
  private final Scenario scenario;
  private final String pointer;
  private final SignIn signIn;
  private final Steps steps;

  private ScenarioGroup(LoadTest test, Scenario scenario) {
    this.test = test;
    this.scenario = scenario;
    this.pointer = "/scenarios/" + test.scenarios().indexOf(scenario);
    this.signIn = new SignIn(test.auth());
    this.steps = new Steps(signIn, scenario);
  }

  static Node node(LoadTest test, Scenario scenario) {
    return new ScenarioGroup(test, scenario).node();
  }

  private Node node() {
    List<Node> children = new ArrayList<>();
    Pacing.stages(scenario, pointer).ifPresent(children::add);
    if (Stream.concat(scenario.setup().stream(), scenario.requests().stream())
        .anyMatch(signIn::appliesTo)) {
      children.add(signIn.node());
    }
    if (!scenario.setup().isEmpty()) {
      children.add(setup());
    }
    if (scenario.work() instanceof Work.Mix mix) {
      Pacing.schedule(scenario, pointer).ifPresent(children::add);
      children.add(mix(mix));
    } else {
      children.add(flow(scenario.requests()));
    }
    if (ThinkTime.isPaused(test, scenario)) {
      children.add(ThinkTime.node(test, scenario));
    }
    return ThreadGroups.node(test, scenario, pointer).with(children);
  }

  private Node setup() {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < scenario.setup().size(); i++) {
      nodes.addAll(steps.setup(scenario.setup().get(i), pointer + "/setup/" + i));
    }
    return Node.of(
            new OnceOnlyController(),
            "Prepare, once per virtual user",
            "Not measured. From " + pointer + "/setup",
            OnceOnlyControllerGui.class)
        .with(nodes);
  }

  private Node mix(Work.Mix mix) {
    List<Node> branches =
        IntStream.range(0, mix.endpoints().size())
            .parallel()
            .mapToObj(i -> branch(mix.endpoints().get(i), pointer + "/endpoints/" + i))
            .toList();
    return Node.of(
            new WeightedMixController(),
            "Weighted mix",
            "Runs exactly one of its branches at each iteration. From " + pointer + "/endpoints",
            WeightedMixControllerGui.class)
        .with(branches);
  }

  private Node branch(Endpoint endpoint, String at) {
    WeightedThroughputController controller = new WeightedThroughputController();
    controller.setWeight(
        Overridable.property(
            scenario,
            endpoint.request(),
            "weight",
            new BigDecimal(Double.toString(endpoint.weight()))
                .stripTrailingZeros()
                .toPlainString()));
    return Node.of(
            controller,
            endpoint.label() + " by weight",
            "From " + at + "/weight",
            WeightedThroughputControllerGui.class)
        .with(steps.nodes(endpoint.request(), at));
  }

  private Node flow(List<Request> requests) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      List<Node> step = steps.nodes(requests.get(i), pointer + "/flow/" + i);
      if (i == 0) {
        // Under the first request only: a flow starts when it is due, and then goes on.
        Pacing.schedule(scenario, pointer).ifPresent(step.get(step.size() - 1)::with);
      }
      nodes.addAll(step);
    }
    return Node.of(
            new GenericController(),
            "Flow",
            "All steps, one after the other, at each iteration. From " + pointer + "/flow",
            LogicControllerGui.class)
        .with(nodes);
  }
}
