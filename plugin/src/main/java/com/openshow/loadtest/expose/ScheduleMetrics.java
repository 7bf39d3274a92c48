package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.Pacing;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the load is what it is meant to be: virtual users, and requests beside those due. */
final class ScheduleMetrics {
  private static final double MILLIS = 1000;

  private final BoundedLabels labels;

  ScheduleMetrics(BoundedLabels labels) {
    this.labels = labels;
  }

  List<MetricSnapshot> of(List<Pacing> pacing, Map<String, Integer> activeThreads) {
    CounterSnapshot.Builder due =
        CounterSnapshot.builder()
            .name(MetricNames.counter(MetricNames.DUE))
            .help("Requests that were due so far; of a flow, its starts.");
    CounterSnapshot.Builder started =
        CounterSnapshot.builder()
            .name(MetricNames.counter(MetricNames.STARTED))
            .help("Requests that were begun of those that were due.");
    SummarySnapshot.Builder lag =
        SummarySnapshot.builder()
            .name(MetricNames.LAG)
            .help("By how much later than due requests were begun.");
    GaugeSnapshot.Builder worst =
        GaugeSnapshot.builder()
            .name(MetricNames.LAG_MAX)
            .help("The longest time by which a request was begun late so far.");
    byScenario(pacing)
        .forEach(
            (scenario, own) -> {
              Labels label = Labels.of("scenario", scenario);
              due.dataPoint(counted(own.planned(), label));
              started.dataPoint(counted((double) own.achieved(), label));
              lag.dataPoint(
                  SummaryDataPointSnapshot.builder()
                      .count(own.achieved())
                      .sum(own.totalLagMillis() / MILLIS)
                      .labels(label)
                      .build());
              worst.dataPoint(Gauges.point(own.worstLagMillis() / MILLIS, label));
            });
    return List.of(
        due.build(), started.build(), lag.build(), worst.build(), threads(activeThreads));
  }

  private Map<String, Pacing> byScenario(List<Pacing> pacing) {
    Map<String, Pacing> sums = new TreeMap<>();
    for (Pacing each : pacing) {
      String scenario = labels.scenario(each.scenario());
      sums.merge(
          scenario,
          each,
          (a, b) ->
              new Pacing(
                  scenario,
                  a.planned() + b.planned(),
                  a.achieved() + b.achieved(),
                  Math.max(a.worstLagMillis(), b.worstLagMillis()),
                  a.totalLagMillis() + b.totalLagMillis()));
    }
    return sums;
  }

  private MetricSnapshot threads(Map<String, Integer> activeThreads) {
    Map<String, Integer> sums = new TreeMap<>();
    new TreeMap<>(activeThreads)
        .forEach((scenario, number) -> sums.merge(labels.scenario(scenario), number, Integer::sum));
    GaugeSnapshot.Builder threads =
        GaugeSnapshot.builder().name(MetricNames.THREADS).help("Virtual users that are at work.");
    sums.forEach(
        (scenario, number) ->
            threads.dataPoint(Gauges.point(number, Labels.of("scenario", scenario))));
    return threads.build();
  }

  private static CounterDataPointSnapshot counted(double value, Labels labels) {
    return CounterDataPointSnapshot.builder().value(value).labels(labels).build();
  }
}
