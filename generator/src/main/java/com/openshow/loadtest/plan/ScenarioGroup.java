package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Dialect dialect;
  private final String pointer;
  private final SignIn signIn;
  private final Steps steps;

  private ScenarioGroup(LoadTest test, Scenario scenario, Dialect dialect) {
    this.test = test;
    this.scenario = scenario;
    this.dialect = dialect;
    this.pointer = "/scenarios/" + test.scenarios().indexOf(scenario);
    this.signIn = new SignIn(test.auth(), dialect);
    this.steps = new Steps(signIn, scenario, dialect);
  }

  static Node node(LoadTest test, Scenario scenario, Dialect dialect) {
    return new ScenarioGroup(test, scenario, dialect).node();
  }

  private Node node() {
    List<Node> children = new ArrayList<>();
    scenario.feeds().forEach(feed -> children.add(dialect.feed(feed, scenario, pointer)));
    dialect.stages(scenario, pointer).ifPresent(children::add);
    if (Stream.concat(scenario.setup().stream(), scenario.requests().stream())
        .anyMatch(signIn::appliesTo)) {
      children.add(signIn.node(scenario.setup().isEmpty()));
    }
    if (!scenario.setup().isEmpty()) {
      children.add(setup());
    }
    if (scenario.work() instanceof Work.Mix mix) {
      children.addAll(mix(mix));
    } else {
      children.add(flow(scenario.requests()));
    }
    if (ThinkTime.isPaused(test, scenario)) {
      children.add(ThinkTime.node(test, scenario, pointer));
    }
    return ThreadGroups.node(test, scenario, dialect, pointer).with(children);
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

  private List<Node> mix(Work.Mix mix) {
    List<MixBranch> branches =
        IntStream.range(0, mix.endpoints().size())
            .parallel()
            .mapToObj(i -> branch(mix.endpoints().get(i), pointer + "/endpoints/" + i))
            .toList();
    return dialect.mix(scenario, branches, schedule(), pointer);
  }

  private MixBranch branch(Endpoint endpoint, String at) {
    return new MixBranch(
        endpoint, MixBranch.weight(scenario, endpoint), at, steps.nodes(endpoint.request(), at));
  }

  private Optional<Node> schedule() {
    return dialect.schedule(test, scenario, pointer);
  }

  private Node flow(List<Request> requests) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      List<Node> step = steps.nodes(requests.get(i), pointer + "/flow/" + i);
      if (i == 0) {
        // Under the first request only: a flow starts when it is due, and then goes on.
        schedule().ifPresent(step.get(step.size() - 1)::with);
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
