package com.openshow.loadtest.grafana;

import com.openshow.loadtest.expose.MetricNames;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.LatencySummary;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.Timing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The times of a request, with all that is promised of them. */
final class LatencyPanel {
  private static final double P95 = 95;
  private static final double WHOLE = 100;
  private static final double MILLIS = 1000;

  private LatencyPanel() {}

  /**
   * The panel of one request.
   *
   * @param promises of the request
   */
  static TimeSeries of(String scenario, String label, List<Objective> promises) {
    List<Objective> latencies =
        promises.stream()
            .filter(objective -> objective.indicator() instanceof LatencyIndicator)
            .toList();
    TimeSeries panel = new TimeSeries(label, "s").description(description(latencies));
    Map<String, String> queries = new LinkedHashMap<>();
    for (Objective objective : latencies) {
      LatencyIndicator indicator = (LatencyIndicator) objective.indicator();
      // The histogram has response times; of all others only the verdict so far is known.
      if (indicator.which().timing() == Timing.RESPONSE) {
        queries.put(indicator.kind(), query(indicator, scenario, label));
      }
    }
    if (queries.isEmpty()) {
      LatencyPercentile p95 = new LatencyPercentile(P95);
      queries.put(p95.kind(), query(p95, scenario, label));
    }
    queries.forEach(panel::query);
    if (!latencies.isEmpty()) {
      panel.dashed(
          "{{objective}}, so far",
          "max by (objective) ("
              + Promql.series(
                  MetricNames.OBSERVED, "scenario", scenario, "label", label, "unit", "ms")
              + ") / 1000");
    }
    return panel.thresholds(
        latencies.stream().flatMap(one -> Targets.of(one, MILLIS).stream()).toList());
  }

  /** The p95 of every request of a scenario. */
  static TimeSeries ofAll(String scenario) {
    return new TimeSeries("p95 of every request", "s")
        .query("{{label}}", Promql.percentileBy("label", P95, "scenario", scenario));
  }

  private static String description(List<Objective> latencies) {
    return latencies.stream().map(Objective::promise).collect(Collectors.joining("; "));
  }

  private static String query(LatencyIndicator indicator, String scenario, String label) {
    List<String> labels = new ArrayList<>(List.of("scenario", scenario, "label", label));
    if (!indicator.which().failedCounted()) {
      labels.addAll(List.of("outcome", MetricNames.SUCCESS));
    }
    String[] matchers = labels.toArray(String[]::new);
    if (indicator instanceof LatencyPercentile percentile) {
      return Promql.percentile(percentile.percentile(), matchers);
    }
    return switch (((LatencySummary) indicator).statistic()) {
      case MEAN -> Promql.mean(MetricNames.DURATION, matchers);
      case MINIMUM -> Promql.percentile(0, matchers);
      case MAXIMUM -> Promql.percentile(WHOLE, matchers);
    };
  }
}
