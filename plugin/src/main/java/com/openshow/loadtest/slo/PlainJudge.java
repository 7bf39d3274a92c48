package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges an objective by all samples of a measurement at once. */
final class PlainJudge {
  private PlainJudge() {}

  /** Judges an objective whose target is known beforehand. */
  static Outcome judge(Objective objective, Measurement measurement) {
    return judge(objective, measurement, Baseline.NONE);
  }

  static Outcome judge(Objective objective, Measurement measurement, Baseline baseline) {
    Indicator indicator = objective.indicator();
    Selection selection = Selection.of(measurement, objective.scope(), indicator);
    OptionalDouble observed = indicator.observe(selection);
    Optional<String> doubt = indicator.whyInconclusive(selection);
    if (observed.isEmpty()) {
      boolean silent = selection.samples() == 0 || doubt.isEmpty();
      return silent
          ? nothing(objective, selection, measurement)
          : new Outcome(
              objective,
              observed,
              selection.samples(),
              false,
              Verdict.INCONCLUSIVE,
              doubt.get(),
              Certainty.UNKNOWN,
              otherwise(indicator, selection),
              Optional.empty());
    }
    double value = observed.getAsDouble();
    Ruling ruling =
        objective.target() instanceof Target.OfBaseline target
            ? Regression.rule(objective, target, value, selection, measurement, baseline)
            : Ruling.of(objective, objective.bar().orElseThrow(), value, selection, measurement);
    Certainty certainty = ruling.certainty();
    String reason = ruling.reason();
    Verdict verdict = ruling.verdict();
    if (doubt.isPresent()) {
      verdict = Verdict.INCONCLUSIVE;
      if (!indicator.isSettledByMore(selection)) {
        certainty = Certainty.UNKNOWN;
      }
      reason = doubt.get() + certainty.remedy().map(remedy -> "; " + remedy).orElse("");
    } else if (certainty.borderline() && objective.terms().strict()) {
      verdict = Verdict.INCONCLUSIVE;
      reason = "strict: " + reason;
    }
    return new Outcome(
        objective,
        observed,
        selection.samples(),
        doubt.isEmpty(),
        verdict,
        reason,
        certainty,
        otherwise(indicator, selection),
        ruling.against());
  }

  /** The verdict alone, without how certain it is: of the many parts of a run. */
  static Verdict verdict(Objective objective, Measurement measurement) {
    Indicator indicator = objective.indicator();
    Selection selection = Selection.of(measurement, objective.scope(), indicator);
    OptionalDouble observed = indicator.observe(selection);
    if (observed.isEmpty() || indicator.whyInconclusive(selection).isPresent()) {
      return Verdict.INCONCLUSIVE;
    }
    return objective.bar().orElseThrow().holds(observed.getAsDouble())
        ? Verdict.PASS
        : Verdict.FAIL;
  }

  private static Outcome nothing(
      Objective objective, Selection selection, Measurement measurement) {
    if (selection.samples() > 0) {
      return objective.nothingMeasured(
          "nobody measured it in these " + selection.samples() + " samples");
    }
    return objective.nothingMeasured(
        beganOnly(objective.scope().scenario(), measurement)
            ? "no sample was taken but those of the warm-up and of sign-ups"
            : "no sample was taken");
  }

  /** Whether a scenario began, and nothing of it counts. */
  private static boolean beganOnly(String scenario, Measurement measurement) {
    boolean began =
        scenario.isEmpty()
            ? !measurement.began().isEmpty()
            : measurement.began().containsKey(scenario);
    return began && measurement.select(new Scope(scenario, "")::covers).samples() == 0;
  }

  /** What it is with failed requests if they are not counted, and without them if they are. */
  private static OptionalDouble otherwise(Indicator indicator, Selection selection) {
    return indicator instanceof LatencyIndicator latency
        ? latency.over(latency.which().otherwise()).observe(selection)
        : OptionalDouble.empty();
  }
}
