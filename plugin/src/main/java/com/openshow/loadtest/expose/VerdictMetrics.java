package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Verdict;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The verdict so far, and what it rests on, in the units of verdict.json. */
final class VerdictMetrics {
  private final int most;
  private final Runnable whenFull;
  private boolean full;

  /**
   * Nothing judged yet.
   *
   * @param most how many objectives are shown
   * @param whenFull called once, when there are more
   */
  VerdictMetrics(int most, Runnable whenFull) {
    this.most = most;
    this.whenFull = whenFull;
  }

  List<MetricSnapshot> of(Judgement judgement) {
    GaugeSnapshot.Builder observed =
        GaugeSnapshot.builder()
            .name(MetricNames.OBSERVED)
            .help("The measured value of an objective so far, in its unit.");
    GaugeSnapshot.Builder target =
        GaugeSnapshot.builder()
            .name(MetricNames.TARGET)
            .help("What an objective is held against, in its unit.");
    GaugeSnapshot.Builder verdict =
        GaugeSnapshot.builder()
            .name(MetricNames.OBJECTIVE_VERDICT)
            .help("What became of an objective so far: 0 passed, 1 failed, 2 inconclusive.");
    List<Judged> all = judgement.all();
    // Two rows of a plan may say the same, and a series must not be there twice.
    Set<Labels> seen = new HashSet<>();
    for (Judged each : all.subList(0, Math.min(most, all.size()))) {
      Labels labels = labels(each);
      if (seen.add(labels)) {
        each.observed().ifPresent(value -> observed.dataPoint(Gauges.point(value, labels)));
        each.bar().ifPresent(bar -> target.dataPoint(Gauges.point(bar.value(), labels)));
        verdict.dataPoint(Gauges.point(number(each.verdict()), labels));
      }
    }
    tellOnce(all.size() > most);
    return List.of(
        observed.build(),
        target.build(),
        verdict.build(),
        Gauges.single(
            MetricNames.VERDICT,
            "The verdict so far: 0 passed, 1 failed, 2 inconclusive.",
            number(judgement.verdict())));
  }

  private synchronized void tellOnce(boolean isFull) {
    if (isFull && !full) {
      full = true;
      whenFull.run();
    }
  }

  private static Labels labels(Judged judged) {
    return Labels.of(
        "scenario",
        MetricNames.labelValue(judged.scenario()),
        "label",
        MetricNames.labelValue(judged.subject()),
        "objective",
        MetricNames.labelValue(judged.promise()),
        "unit",
        judged.observedUnit());
  }

  /** As the exit code has it. */
  private static double number(Verdict verdict) {
    return switch (verdict) {
      case PASS -> 0;
      case FAIL -> 1;
      case INCONCLUSIVE -> 2;
    };
  }
}
