package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.RateInterval;
import com.openshow.loadtest.slo.confidence.Settling;
import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Judges an objective by what was measured in parts of the time. */
final class WindowJudge {
  private final Objective objective;
  private final Measurement measurement;

  WindowJudge(Objective objective, Measurement measurement) {
    this.objective = objective;
    this.measurement = measurement;
  }

  private Bar bar() {
    return objective.bar().orElseThrow();
  }

  /** Of the part of the time that the window speaks of. */
  Outcome part(Baseline baseline) {
    TimePart part = TimePart.of(objective.window(), objective.scope().scenario(), measurement);
    if (part instanceof TimePart.Unknown unknown) {
      return new Outcome(objective, Verdict.INCONCLUSIVE, unknown.why());
    }
    return WholeWindows.inside((TimePart.Known) part, measurement)
        .map(inside -> PlainJudge.judge(objective, inside, baseline))
        .orElseGet(
            () -> objective.nothingMeasured("no sample was taken " + objective.window().phrase()));
  }

  Outcome sustained(Window.Sustained sustained) {
    MissedTime missed = missed(Steps.within(sustained.time()));
    if (!missed.wasJudged()) {
      return objective.nothingMeasured("no part of the time had enough samples to judge it");
    }
    double seconds = missed.longest().toMillis() / 1000.0;
    boolean held = bar().holds(seconds);
    return outcome(
        OptionalDouble.of(seconds),
        held ? Verdict.PASS : Verdict.FAIL,
        (seconds == 0
                ? "it was never missed"
                : "it was missed for "
                    + Quantity.format(seconds, "s")
                    + " without a break, from "
                    + missed.longestFrom())
            + ", allowed are less than "
            + Quantity.format(bar().value(), "s"),
        Certainty.UNKNOWN);
  }

  /** How long the objective was missed at a time. */
  MissedTime missed(Duration step) {
    MissedTime missed = new MissedTime(objective);
    steps(step).forEach(missed::add);
    return missed;
  }

  private List<Measurement> steps(Duration length) {
    return Steps.of(
        measurement.details().stream().map(objective::needed).toList(),
        length,
        measurement.startedAt().truncatedTo(ChronoUnit.SECONDS),
        measurement.endedAt());
  }

  Outcome slices(Window.Slices slices) {
    Objective each = objective.over(new Window.WholeRun());
    List<Verdict> verdicts =
        steps(slices.length()).stream().map(slice -> PlainJudge.verdict(each, slice)).toList();
    long good = verdicts.stream().filter(verdict -> verdict == Verdict.PASS).count();
    long judged = verdicts.stream().filter(verdict -> verdict != Verdict.INCONCLUSIVE).count();
    if (judged == 0) {
      return objective.nothingMeasured("no slice had enough samples to judge it");
    }
    long whole =
        Duration.between(
                    measurement.startedAt().truncatedTo(ChronoUnit.SECONDS), measurement.endedAt())
                .toMillis()
            / slices.length().toMillis();
    double percent = 100.0 * good / judged;
    boolean held = bar().holds(percent);
    String reason = good + " of " + judged + " slices are good, " + bar().relation(percent);
    if (held && !bar().holds(100.0 * good / whole)) {
      return outcome(
          OptionalDouble.of(percent),
          Verdict.INCONCLUSIVE,
          reason + ", but " + (whole - judged) + " more had too few samples to judge them",
          Certainty.UNKNOWN);
    }
    Certainty certainty = certainty(good, judged, slices);
    boolean open = certainty.borderline() && objective.terms().strict();
    Verdict verdict = held ? Verdict.PASS : Verdict.FAIL;
    return outcome(
        OptionalDouble.of(percent),
        open ? Verdict.INCONCLUSIVE : verdict,
        (open ? "strict: " : "") + reason + certainty.doubt(bar().unit()),
        certainty);
  }

  private Certainty certainty(long good, long judged, Window.Slices slices) {
    Interval share = RateInterval.of(good, judged, 1);
    Interval percent = new Interval(100 * share.low(), 100 * share.high());
    boolean settled = bar().holds(percent.low()) == bar().holds(percent.high());
    if (settled) {
      return new Certainty(Optional.of(percent), 1, false, Optional.empty());
    }
    OptionalLong enough =
        Settling.share(judged, judged - good, 1 - slices.targetPercent() / 100, 1);
    return new Certainty(
        Optional.of(percent),
        1,
        true,
        enough.stream()
            .map(slicesInAll -> Math.max(1, slicesInAll - judged))
            .mapToObj(more -> remedy(more, slices.length()))
            .findFirst());
  }

  private static String remedy(long more, Duration length) {
    return String.format(
        Locale.ROOT,
        "about %,d more slice%s would settle it, if they are like these%s",
        more,
        more == 1 ? "" : "s",
        Certainty.inTime((double) more, 1, length));
  }

  private Outcome outcome(
      OptionalDouble observed, Verdict verdict, String reason, Certainty certainty) {
    long samples = measurement.select(objective.scope()::covers).samples();
    return new Outcome(
        objective,
        observed,
        samples,
        verdict != Verdict.INCONCLUSIVE || certainty.borderline(),
        verdict,
        reason,
        certainty,
        OptionalDouble.empty(),
        Optional.empty());
  }
}
