package com.openshow.loadtest.grafana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.scenario.Backend;
import com.openshow.loadtest.scenario.BackendPromise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is promised of the backend's metrics: each query as the Prometheus of the dashboard answers
 * it, with its targets as lines. Of what the test scrapes itself, that one must know the same
 * metrics.
 */
final class BackendPanels {
  private static final int WIDTH = 8;
  private static final int HEIGHT = 8;

  /** Grafana's names of units; others are written behind the number. */
  private static final Map<String, String> UNITS =
      Map.of(
          "%",
          "percent", "s", "s", "ms", "ms", "bytes", "bytes", "MiB", "mbytes", "bytes/s", "Bps",
          "/s", "cps");

  private static final List<String> COLOURS =
      List.of("green", "red", "yellow", "blue", "orange", "purple", "dark-green", "dark-red");

  private BackendPanels() {}

  static void add(Grid grid, Backend backend) {
    Map<String, List<BackendObjective>> byLines = new LinkedHashMap<>();
    for (BackendPromise promise : backend.promises()) {
      byLines
          .computeIfAbsent(lines(promise.objective()), lines -> new ArrayList<>())
          .add(promise.objective());
    }
    if (!byLines.isEmpty()) {
      grid.row("Backend");
      byLines.values().forEach(same -> grid.add(panel(same), WIDTH, HEIGHT));
    }
  }

  /** What tells a panel from others: its expression and its unit. */
  private static String lines(BackendObjective objective) {
    return objective.claim() instanceof ValueClaim value
        ? value.target().unit() + " " + expression(value)
        : expression((StatesClaim) objective.claim());
  }

  private static ObjectNode panel(List<BackendObjective> same) {
    String title = together(same.stream().map(BackendObjective::name).toList(), ", ");
    String description =
        together(
            same.stream().map(one -> one.promise() + ", asked of " + one.source()).toList(), "; ");
    if (same.get(0).claim() instanceof StatesClaim states) {
      return StateTimeline.panel(
          title, description, mappings(states.metric()), expression(states), "__auto");
    }
    ValueClaim value = (ValueClaim) same.get(0).claim();
    String unit = value.target().unit();
    return new TimeSeries(title, UNITS.getOrDefault(unit, "suffix: " + unit))
        .description(description)
        .query("__auto", expression(value))
        .thresholds(
            same.stream()
                .map(one -> ((ValueClaim) one.claim()).target().value())
                .map(Threshold::promised)
                .toList())
        .json();
  }

  private static String together(List<String> texts, String separator) {
    return texts.stream().distinct().collect(Collectors.joining(separator));
  }

  /** Of counters the rate, of groups the average: the points that are judged. */
  private static String expression(ValueClaim claim) {
    String points =
        claim.reducer() instanceof Reducer.Rate
            ? "rate((" + claim.query() + ")[$__rate_interval:1s])"
            : claim.query();
    return claim.grouping() instanceof Grouping.By by
        ? "avg " + by.text() + " (" + points + ")"
        : points;
  }

  /** Of a metric with a series for each state, those that are the present one. */
  private static String expression(StatesClaim claim) {
    return claim.metric() instanceof StateMetric.ByLabel ? claim.query() + " == 1" : claim.query();
  }

  private static ArrayNode mappings(StateMetric metric) {
    ArrayNode mappings = StateTimeline.mappings();
    if (metric instanceof StateMetric.ByValue byValue) {
      int next = 0;
      for (Map.Entry<Long, String> state : byValue.names().entrySet()) {
        String colour = COLOURS.get(next++ % COLOURS.size());
        StateTimeline.mapping(mappings, state.getKey(), state.getValue(), colour);
      }
    } else {
      StateTimeline.mapping(mappings, 1, "in this state", "blue");
    }
    return mappings;
  }
}
