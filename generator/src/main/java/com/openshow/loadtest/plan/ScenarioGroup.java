package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.WeightedMixController;
import com.openshow.loadtest.jmeter.WeightedMixControllerGui;
import com.openshow.loadtest.jmeter.WeightedThroughputController;
import com.openshow.loadtest.jmeter.WeightedThroughputControllerGui;
import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.control.gui.LoopControlPanel;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.threads.gui.ThreadGroupGui;

/** A scenario's thread group. */
final class ScenarioGroup {
  private static final String RAMP_UP_SECONDS = "10";

  private ScenarioGroup() {}

  static Node node(LoadTest test, Scenario scenario) {
    String pointer = "/scenarios/" + test.scenarios().indexOf(scenario);
    List<Node> branches = new ArrayList<>();
    for (int i = 0; i < scenario.endpoints().size(); i++) {
      branches.add(branch(scenario, i, pointer + "/endpoints/" + i));
    }
    List<Node> children = new ArrayList<>();
    if (scenario.endpoints().stream().anyMatch(Endpoint::requiresToken)) {
      children.add(SignIn.onceAtStart());
    }
    children.add(
        Node.of(
                new WeightedMixController(),
                "Weighted mix",
                "Runs exactly one of its branches at each iteration. From "
                    + pointer
                    + "/endpoints",
                WeightedMixControllerGui.class)
            .with(branches));
    children.add(ThinkTime.node(scenario));
    return Node.of(
            threadGroup(test, scenario),
            scenario.name(),
            scenario.type().label() + ". From " + pointer,
            ThreadGroupGui.class)
        .with(children);
  }

  private static ThreadGroup threadGroup(LoadTest test, Scenario scenario) {
    LoopController loop = new LoopController();
    loop.setLoops(LoopController.INFINITE_LOOP_COUNT);
    loop.setContinueForever(false);
    loop.setProperty(TestElement.GUI_CLASS, LoopControlPanel.class.getName());
    loop.setProperty(TestElement.TEST_CLASS, LoopController.class.getName());
    loop.setName("Until the duration is over");
    ThreadGroup group = new ThreadGroup();
    group.setSamplerController(loop);
    group.setProperty(
        AbstractThreadGroup.NUM_THREADS,
        Overridable.property("vus." + scenario.name(), Integer.toString(scenario.targetVus())));
    group.setProperty(
        ThreadGroup.RAMP_TIME, Overridable.property(scenario, "ramp_up", RAMP_UP_SECONDS));
    group.setScheduler(true);
    group.setProperty(
        ThreadGroup.DURATION,
        Overridable.property(
            scenario, "duration", Long.toString(test.globalDuration().toSeconds())));
    // The same user all along: its connections stay open from one iteration to the next.
    group.setIsSameUserOnNextIteration(true);
    group.setProperty(
        new StringProperty(
            AbstractThreadGroup.ON_SAMPLE_ERROR, AbstractThreadGroup.ON_SAMPLE_ERROR_CONTINUE));
    return group;
  }

  private static Node branch(Scenario scenario, int index, String pointer) {
    Endpoint endpoint = scenario.endpoints().get(index);
    WeightedThroughputController controller = new WeightedThroughputController();
    controller.setWeight(
        Overridable.property(
            scenario,
            endpoint,
            "weight",
            new BigDecimal(Double.toString(endpoint.weight()))
                .stripTrailingZeros()
                .toPlainString()));
    List<Node> children = new ArrayList<>();
    endpoint
        .dataType()
        .ifPresent(
            type -> children.add(UniqueData.sampler(type, "From " + pointer + "/data_type")));
    children.add(request(scenario, endpoint, pointer));
    return Node.of(
            controller,
            endpoint.label() + " by weight",
            "From " + pointer + "/weight",
            WeightedThroughputControllerGui.class)
        .with(children);
  }

  private static Node request(Scenario scenario, Endpoint endpoint, String pointer) {
    String path = endpoint.path() + Variables.query(scenario, endpoint);
    String method = endpoint.method().name();
    String comment = "From " + pointer;
    Node request =
        endpoint
            .dataType()
            .map(
                type ->
                    Requests.request(endpoint.label(), comment, method, path, Requests.body(type)))
            .orElseGet(() -> Requests.request(endpoint.label(), comment, method, path));
    return endpoint.requiresToken() ? request.with(SignIn.authorization()) : request;
  }
}
