package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Endpoint;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.IfController;
import org.apache.jmeter.control.ThroughputController;
import org.apache.jmeter.control.gui.IfControllerPanel;
import org.apache.jmeter.control.gui.LogicControllerGui;
import org.apache.jmeter.control.gui.ThroughputControllerGui;

/**
 * A mix of stock controllers. A Throughput Controller, which counts over all threads, runs the
 * first half of the endpoints in its share of the iterations; an If Controller behind it runs the
 * other half when no request has been made. Each half is cut in the same way.
 */
final class StockMix {
  /** {@code true} until a request of the mix begins; no scenario's variable has a dot. */
  private static final String UNDECIDED = "mix.undecided";

  private final Scenario scenario;
  private final List<Endpoint> endpoints;

  StockMix(Scenario scenario, Work.Mix mix) {
    this.scenario = scenario;
    this.endpoints = mix.endpoints();
  }

  /** The percentages of the Throughput Controllers, computed from the weights at the start. */
  Map<String, String> variables() {
    Map<String, String> percentages = new LinkedHashMap<>();
    addPercentages(0, endpoints.size(), percentages);
    return percentages;
  }

  private void addPercentages(int from, int to, Map<String, String> percentages) {
    if (to - from > 1) {
      StockSplit split = split(from, to);
      percentages.put(
          variable(split),
          "${__jexl3(100.0*(" + weights(from, split.middle()) + ")/(" + weights(from, to) + "),)}");
      addPercentages(from, split.middle(), percentages);
      addPercentages(split.middle(), to, percentages);
    }
  }

  private String weights(int from, int to) {
    return endpoints.subList(from, to).stream()
        .map(endpoint -> MixBranch.weight(scenario, endpoint))
        .collect(Collectors.joining("+"));
  }

  private StockSplit split(int from, int to) {
    return StockSplit.of(endpoints.stream().map(Endpoint::weight).toList(), from, to);
  }

  /** Such as {@code percent.S_01.1_of_1-2}, counted from 1. */
  private String variable(StockSplit split) {
    return "percent."
        + scenario.name()
        + "."
        + numbers(split.from(), split.middle())
        + "_of_"
        + numbers(split.from(), split.to());
  }

  private static String numbers(int from, int to) {
    return to - from == 1 ? String.valueOf(to) : from + 1 + "-" + to;
  }

  Node node(List<MixBranch> branches, Optional<Node> schedule, String pointer) {
    List<Node> nodes = new ArrayList<>();
    if (branches.size() > 1) {
      nodes.add(
          UserParametersNode.whenTheControllerBegins(
              "No request yet", "At the start of the mix.", Map.of(UNDECIDED, "true")));
      nodes.add(
          UserParametersNode.beforeEachRequest(
              "A request", "So that no other one follows.", Map.of(UNDECIDED, "false")));
    }
    schedule.ifPresent(nodes::add);
    nodes.addAll(part(branches, 0, branches.size(), pointer));
    return Node.of(
            new GenericController(),
            "Weighted mix",
            "Runs exactly one request at each iteration: a Throughput Controller takes its share"
                + " over all threads, the If Controller behind it the rest. From "
                + pointer
                + "/endpoints",
            LogicControllerGui.class)
        .with(nodes);
  }

  private List<Node> part(List<MixBranch> branches, int from, int to, String pointer) {
    if (to - from == 1) {
      return branches.get(from).nodes();
    }
    StockSplit split = split(from, to);
    return List.of(
        Node.of(
                share("${" + variable(split) + "}"),
                name(from, split.middle()) + " by weight",
                comment(from, split.middle(), pointer),
                ThroughputControllerGui.class)
            .with(part(branches, from, split.middle(), pointer)),
        Node.of(
                otherwise(),
                "Else " + name(split.middle(), to),
                comment(split.middle(), to, pointer),
                IfControllerPanel.class)
            .with(part(branches, split.middle(), to, pointer)));
  }

  private String name(int from, int to) {
    return to - from == 1 ? endpoints.get(from).label() : "Endpoints " + numbers(from, to);
  }

  private static String comment(int from, int to, String pointer) {
    String first = "From " + pointer + "/endpoints/" + from;
    return to - from == 1 ? first + "/weight" : first + " to " + (to - 1);
  }

  private static ThroughputController share(String percent) {
    ThroughputController controller = new ThroughputController();
    controller.setStyle(ThroughputController.BYPERCENT);
    controller.setPerThread(false);
    controller.setPercentThroughput(percent);
    return controller;
  }

  private static IfController otherwise() {
    IfController controller = new IfController("${" + UNDECIDED + "}");
    controller.setUseExpression(true);
    controller.setEvaluateAll(false);
    return controller;
  }
}
