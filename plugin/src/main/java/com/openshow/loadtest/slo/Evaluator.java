package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleWindows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    return evaluate(objectives, measurement, Map.of(), interruption, Baseline.NONE);
  }

  /**
   * Judges a run with scenarios that rise until a breach. Their objectives are held against what
   * {@link CapacitySearch} says.
   *
   * @param rising the windows of each such scenario
   * @param baseline the earlier run with which this one is compared
   */
  public static Judgement evaluate(
      List<Objective> objectives,
      Measurement measurement,
      Map<String, SampleWindows> rising,
      Optional<String> interruption,
      Baseline baseline) {
    Map<String, CapacitySearch> searches = new TreeMap<>();
    rising.forEach(
        (scenario, windows) ->
            searches.put(
                scenario, new CapacitySearch(scenario, objectives, measurement, windows.all())));
    List<Outcome> outcomes = new ArrayList<>();
    List<String> aborted = new ArrayList<>();
    for (Objective objective : objectives) {
      CapacitySearch search = searches.get(objective.scope().scenario());
      Optional<String> abort = abort(objective, measurement);
      abort.ifPresent(why -> aborted.add(objective.name() + ": " + why));
      if (search == null) {
        Outcome outcome = overWindow(objective, measurement, baseline);
        outcomes.add(abort.map(outcome::breached).orElse(outcome));
      } else {
        // That its load becomes too much is what it looks for.
        outcomes.add(overWindow(objective, search.judged(), baseline));
      }
    }
    return new Judgement(
        measurement.startedAt(),
        measurement.endedAt(),
        outcomes,
        List.of(),
        interruption,
        aborted.stream().findFirst(),
        List.of(),
        searches.values().stream().map(CapacitySearch::capacity).toList(),
        baseline instanceof MeasuredBaseline measured
            ? Optional.of(Shifts.between(measured.whole(), measurement))
            : Optional.empty(),
        FaultTime.of(measurement));
  }

  /** What becomes of one objective. */
  private static Outcome overWindow(
      Objective objective, Measurement measurement, Baseline baseline) {
    WindowJudge windows = new WindowJudge(objective, measurement);
    Window window = objective.window();
    if (window instanceof FaultWindow.Recovery recovery) {
      return new RecoveryJudge(objective, measurement).judge(recovery);
    }
    if (window instanceof Window.Stage || window instanceof FaultWindow) {
      return windows.part(baseline);
    }
    if (window instanceof Window.Sustained sustained) {
      return windows.sustained(sustained);
    }
    return window instanceof Window.Slices slices
        ? windows.slices(slices)
        : PlainJudge.judge(objective, measurement, baseline);
  }

  /** Why the test is to be stopped because of this objective; empty when it is not. */
  private static Optional<String> abort(Objective objective, Measurement measurement) {
    return objective
        .terms()
        .abortAfter()
        .flatMap(
            after ->
                AbortWatch.why(
                    objective,
                    new WindowJudge(objective, measurement).missed(Steps.within(after))));
  }
}
