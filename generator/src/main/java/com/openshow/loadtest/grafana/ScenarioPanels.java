package com.openshow.loadtest.grafana;

import com.openshow.loadtest.expose.MetricNames;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Work;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.RequestRate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The load of one scenario, what it met with, and the lines that it must keep to. */
final class ScenarioPanels {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 8;

  /** So many requests have a panel of their own; all others are lines of one. */
  private static final int MOST_REQUESTS = 12;

  private final Scenario scenario;
  private final List<Objective> promises;

  private ScenarioPanels(LoadTest test, Scenario scenario) {
    this.scenario = scenario;
    this.promises =
        Promise.of(test, scenario).stream()
            .map(Promise::objective)
            // They hold around a fault alone, and lines go over the whole time.
            .filter(objective -> !(objective.window() instanceof FaultWindow))
            .toList();
  }

  static void add(Grid grid, LoadTest test, Scenario scenario) {
    new ScenarioPanels(test, scenario).add(grid);
  }

  private void add(Grid grid) {
    grid.row(scenario.name() + ": " + scenario.type().label() + ", " + load());
    List<TimeSeries> panels = new ArrayList<>();
    panels.add(rate());
    panels.add(failed());
    panels.add(users());
    if (hasSchedule()) {
      panels.add(lag());
    }
    List<Request> requests = scenario.requests();
    int own = requests.size() <= MOST_REQUESTS ? requests.size() : MOST_REQUESTS - 1;
    for (Request request : requests.subList(0, own)) {
      panels.add(LatencyPanel.of(scenario.name(), request.label(), ofLabel(request.label())));
    }
    if (own < requests.size()) {
      panels.add(LatencyPanel.ofAll(scenario.name()));
    }
    panels.forEach(panel -> grid.add(panel.json(), WIDTH, HEIGHT));
  }

  private String load() {
    String users = scenario.targetVus() + " virtual user" + (scenario.targetVus() == 1 ? "" : "s");
    return hasSchedule()
        ? users + ", " + LatencyPercentile.plain(targetRps()) + (isFlow() ? " starts" : "") + "/s"
        : users;
  }

  private boolean hasSchedule() {
    return scenario.pace().targetRps().isPresent();
  }

  private boolean isFlow() {
    return scenario.work() instanceof Work.Flow;
  }

  private double targetRps() {
    return scenario.pace().targetRps().orElse(0);
  }

  private TimeSeries rate() {
    String requests = Promql.series(MetricNames.REQUESTS, "scenario", scenario.name());
    TimeSeries panel =
        new TimeSeries("Requests per second", "reqps")
            .query("{{label}}", Promql.rateBy("label", requests));
    if (!isFlow()) {
      panel.query("all", Promql.rate(requests));
    }
    if (hasSchedule()) {
      panel
          .description(
              isFlow()
                  ? "Of each step; starts that were due are dashed, the declared rate is the line."
                  : "What was due is dashed; the declared rate is the line.")
          .dashed("due", Promql.rate(Promql.series(MetricNames.DUE, "scenario", scenario.name())));
    }
    return panel.thresholds(
        Stream.concat(
                hasSchedule() && scenario.pace().stages().isEmpty()
                    ? Stream.of(Threshold.planned(targetRps()))
                    : Stream.empty(),
                ofWhole().stream()
                    .filter(objective -> objective.indicator() instanceof RequestRate)
                    .flatMap(objective -> Targets.of(objective, 1).stream()))
            .toList());
  }

  private TimeSeries failed() {
    return new TimeSeries("Failed requests", "percent")
        .query("{{label}}", Promql.failedPercentByLabel(scenario.name()))
        .query("all", Promql.failedPercent(scenario.name()))
        .thresholds(
            promises.stream()
                .filter(objective -> objective.indicator() instanceof ErrorRate)
                .flatMap(objective -> Targets.of(objective, 1).stream())
                .toList());
  }

  private TimeSeries users() {
    TimeSeries panel =
        new TimeSeries("Active virtual users", "short")
            .query(
                "active",
                "sum(" + Promql.series(MetricNames.THREADS, "scenario", scenario.name()) + ")");
    return panel.thresholds(List.of(Threshold.planned(scenario.targetVus())));
  }

  private TimeSeries lag() {
    return new TimeSeries("Schedule lag", "s")
        .description("By how much later than due requests were begun.")
        .query("mean", Promql.classicMean(MetricNames.LAG, "scenario", scenario.name()))
        .dashed(
            "worst so far",
            "max(" + Promql.series(MetricNames.LAG_MAX, "scenario", scenario.name()) + ")");
  }

  private List<Objective> ofWhole() {
    return promises.stream().filter(objective -> objective.scope().label().isEmpty()).toList();
  }

  private List<Objective> ofLabel(String label) {
    return promises.stream().filter(objective -> objective.scope().label().equals(label)).toList();
  }
}
