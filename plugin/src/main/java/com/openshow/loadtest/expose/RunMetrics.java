package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.Objective;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Consumer;

/**
 * The metrics of one run, made of its state whenever somebody asks: between two questions nothing
 * is counted for them. Safe for any number of threads.
 */
public final class RunMetrics {
  private final RequestMetrics requests;
  private final ScheduleMetrics schedules;
  private final VerdictMetrics verdicts;

  /**
   * The metrics of a run that begins.
   *
   * @param objectives of the load; what they speak of has room before everything else
   * @param mostLabels how many requests, and how many objectives, have series of their own; at
   *     least 1
   * @param warnings is told, once each, that there are more
   */
  public RunMetrics(List<Objective> objectives, int mostLabels, Consumer<String> warnings) {
    BoundedLabels labels =
        new BoundedLabels(
            mostLabels,
            () ->
                warnings.accept(
                    "the metrics show "
                        + mostLabels
                        + " requests; all others together are \""
                        + BoundedLabels.OTHER
                        + "\""));
    objectives.stream()
        .map(Objective::scope)
        .filter(scope -> !scope.scenario().isEmpty() && !scope.label().isEmpty())
        .distinct()
        .limit(mostLabels)
        .forEach(scope -> labels.series(scope.scenario(), scope.label()));
    this.requests = new RequestMetrics(labels, Bounds.millis(objectives));
    this.schedules = new ScheduleMetrics(labels);
    this.verdicts =
        new VerdictMetrics(
            mostLabels,
            () -> warnings.accept("the metrics show the first " + mostLabels + " objectives only"));
  }

  /** What is to be shown of the run. */
  public MetricSnapshots of(RunState run) {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    all.metricSnapshot(
        InfoSnapshot.builder()
            .name(MetricNames.info(MetricNames.RUN_INFO))
            .help("The plan that runs.")
            .dataPoint(
                InfoSnapshot.InfoDataPointSnapshot.builder()
                    .labels(Labels.of("plan", MetricNames.labelValue(run.plan())))
                    .build())
            .build());
    all.metricSnapshot(
        Gauges.single(
            MetricNames.RUN_OVER,
            "1 when the run has ended, and the verdict is the last word; else 0.",
            run.over() ? 1 : 0));
    all.metricSnapshot(
        Gauges.single(
            MetricNames.WARM_UP,
            "Samples that do not count, since they began in the warm-up.",
            (double) run.warmUpSamples()));
    requests.of(run.totals()).forEach(all::metricSnapshot);
    schedules.of(run.pacing(), run.activeThreads()).forEach(all::metricSnapshot);
    run.judgement().ifPresent(judgement -> verdicts.of(judgement).forEach(all::metricSnapshot));
    return all.build();
  }
}
