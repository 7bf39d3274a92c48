package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleWindows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Holds what was measured against what was promised. Live and offline verdicts both come here. */
public final class Evaluator {
  private Evaluator() {}

  /** Judges a run that went to its end. */
  public static Judgement evaluate(List<Objective> objectives, Measurement measurement) {
    return evaluate(objectives, measurement, Optional.empty());
  }

  /**
   * Judges a run.
   *
   * @param interruption why the run did not go to its end; such a run can fail, but not pass
   */
  public static Judgement evaluate(
      List<Objective> objectives, Measurement measurement, Optional<String> interruption) {
    return evaluate(objectives, measurement, Map.of(), interruption);
  }

  /**
   * Judges a run with scenarios that rise until a breach. Their objectives are held against what
   * {@link CapacitySearch} says.
   *
   * @param rising the windows of each such scenario
   */
  public static Judgement evaluate(
      List<Objective> objectives,
      Measurement measurement,
      Map<String, SampleWindows> rising,
      Optional<String> interruption) {
    Map<String, CapacitySearch> searches = new TreeMap<>();
    rising.forEach(
        (scenario, windows) ->
            searches.put(
                scenario, new CapacitySearch(scenario, objectives, measurement, windows.all())));
    List<Outcome> outcomes =
        objectives.stream()
            .map(
                objective -> {
                  CapacitySearch search = searches.get(objective.scope().scenario());
                  return outcome(objective, search == null ? measurement : search.judged());
                })
            .toList();
    return new Judgement(
        measurement.startedAt(),
        measurement.endedAt(),
        outcomes,
        interruption,
        List.of(),
        searches.values().stream().map(CapacitySearch::capacity).toList());
  }

  private static String relation(boolean most, boolean held) {
    if (most) {
      return held ? " is at most " : " is more than ";
    }
    return held ? " is at least " : " is less than ";
  }

  /** What becomes of one objective. */
  static Outcome outcome(Objective objective, Measurement measurement) {
    Indicator indicator = objective.indicator();
    LabelStatistics statistics = measurement.select(objective.scope()::covers);
    OptionalDouble observed =
        indicator.observe(
            statistics, Duration.between(measurement.startedAt(), measurement.endedAt()));
    if (observed.isEmpty()) {
      return new Outcome(objective, observed, 0, Verdict.INCONCLUSIVE, "no sample was taken");
    }
    Certainty certainty = Certainty.of(objective, statistics, measurement);
    Optional<String> doubt = indicator.whyInconclusive(statistics);
    if (doubt.isPresent()) {
      return new Outcome(
          objective,
          observed,
          statistics.samples(),
          Verdict.INCONCLUSIVE,
          doubt.get() + certainty.remedy().map(remedy -> "; " + remedy).orElse(""),
          certainty);
    }
    double value = observed.getAsDouble();
    boolean most = !indicator.isMinimum();
    boolean held = most ? value <= objective.target() : value >= objective.target();
    return new Outcome(
        objective,
        observed,
        statistics.samples(),
        held ? Verdict.PASS : Verdict.FAIL,
        Quantity.format(value, indicator.unit())
            + relation(most, held)
            + Quantity.format(objective.target(), indicator.unit())
            + borderline(certainty, indicator.unit()),
        certainty);
  }

  private static String borderline(Certainty certainty, String unit) {
    if (!certainty.borderline()) {
      return "";
    }
    return certainty
            .interval()
            .map(interval -> ", but the true value may be " + Quantity.format(interval, unit))
            .orElse("")
        + certainty.remedy().map(remedy -> "; " + remedy).orElse("");
  }
}
