package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long after a fault an objective holds again, and goes on to hold for as long as the recovery
 * may take, or to the end of the run: from the moment at which the fault was switched off to the
 * end of the last step before that in which it was missed. What becomes of it later has another
 * cause. Where a step has too few samples to judge it, the next is added.
 */
final class RecoveryJudge {
  private final Objective objective;
  private final Measurement measurement;

  RecoveryJudge(Objective objective, Measurement measurement) {
    this.objective = objective;
    this.measurement = measurement;
  }

  Outcome judge(FaultWindow.Recovery recovery) {
    TimePart part = TimePart.of(recovery, objective.scope().scenario(), measurement);
    if (part instanceof TimePart.Unknown unknown) {
      return new Outcome(objective, Verdict.INCONCLUSIVE, unknown.why());
    }
    Instant off = ((TimePart.Known) part).from();
    Instant origin = WholeWindows.up(off, RunRecorder.DETAIL.toMillis());
    List<Measurement> steps = steps(origin, Steps.within(recovery.time()));
    if (steps.isEmpty()) {
      return objective.nothingMeasured("no sample was taken after the fault " + recovery.fault());
    }
    // Of a time of silence at first nobody knows that it held.
    Instant first = steps.get(0).startedAt();
    Instant earliest = first.isAfter(origin) ? first : off;
    MissedTime missed = new MissedTime(objective);
    for (Measurement step : steps) {
      missed.add(step);
      Instant lasting = missed.until().orElse(earliest).plus(recovery.time());
      if (missed.isHolding() && !step.endedAt().isBefore(lasting)) {
        break;
      }
    }
    if (!missed.wasJudged()) {
      return objective.nothingMeasured(
          "no part of the time after the fault had enough samples to judge it");
    }
    Instant held = missed.until().orElse(earliest);
    return outcome(Duration.between(off, held), !missed.isGoingOn());
  }

  private Outcome outcome(Duration missed, boolean recovered) {
    Bar bar = objective.bar().orElseThrow();
    double seconds = missed.toMillis() / 1000.0;
    String allowed = ", allowed are at most " + Quantity.format(bar.value(), "s");
    String after = Quantity.format(seconds, "s") + " after the fault was switched off";
    if (!recovered && bar.holds(seconds)) {
      return outcome(
          seconds,
          Verdict.INCONCLUSIVE,
          "it was still missed " + after + ", when the run ended" + allowed);
    }
    return outcome(
        seconds,
        recovered && bar.holds(seconds) ? Verdict.PASS : Verdict.FAIL,
        (recovered
                ? (missed.isZero()
                    ? "it held as soon as the fault was switched off"
                    : "it held again " + after)
                : "it was still missed " + after)
            + allowed);
  }

  private Outcome outcome(double seconds, Verdict verdict, String reason) {
    long samples = measurement.select(objective.scope()::covers).samples();
    return new Outcome(objective, OptionalDouble.of(seconds), samples, verdict, reason);
  }

  /** The steps from a moment on, without those before the first sample. */
  private List<Measurement> steps(Instant origin, Duration length) {
    List<Measurement> some =
        Steps.of(
            measurement.details().stream().map(objective::needed).toList(),
            length,
            origin,
            measurement.endedAt());
    List<Measurement> all = new ArrayList<>();
    for (Measurement step : some) {
      // Of a time of silence there may be no step; a rate must know of it.
      while (!all.isEmpty() && last(all).endedAt().isBefore(step.startedAt())) {
        Instant end = last(all).endedAt();
        all.add(new Measurement(end, end.plus(length), Map.of()));
      }
      if (!all.isEmpty() || step.select(objective.scope()::covers).samples() > 0) {
        all.add(step);
      }
    }
    return all;
  }

  private static Measurement last(List<Measurement> steps) {
    return steps.get(steps.size() - 1);
  }
}
