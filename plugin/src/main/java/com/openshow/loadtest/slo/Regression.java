package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.Shift;
import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Locale;
import java.util.Optional;

/**
 * Holds a value against that of an earlier run. Both are uncertain, and so is their difference: it
 * is settled when its whole interval lies on one side of nothing.
 */
final class Regression {
  private final Target.OfBaseline target;
  private final Figure before;
  private final Figure now;
  private final Bar bar;

  private Regression(Objective objective, Target.OfBaseline target, Figure before, Figure now) {
    this.target = target;
    this.before = before;
    this.now = now;
    this.bar = new Bar(objective.op(), target.of(before.value()), objective.indicator().unit());
  }

  static Ruling rule(
      Objective objective,
      Target.OfBaseline target,
      double value,
      Selection selection,
      Measurement measurement,
      Baseline baseline) {
    Figure now = Figure.of(value, objective.indicator(), objective.scope(), selection, measurement);
    Baseline.Reference reference = baseline.reference(objective);
    if (reference instanceof Baseline.Reference.Unknown unknown) {
      return Ruling.unknown(unknown.why(), now);
    }
    Figure before = ((Baseline.Reference.Known) reference).figure();
    return new Regression(objective, target, before, now).rule(selection, measurement);
  }

  private Ruling rule(Selection selection, Measurement measurement) {
    Optional<Interval> difference =
        now.interval()
            .flatMap(around -> before.interval().map(earlier -> difference(around, earlier)));
    boolean open =
        difference
            .map(range -> bar.op().holds(range.low(), 0) != bar.op().holds(range.high(), 0))
            .orElse(false);
    Certainty certainty =
        new Certainty(
            now.interval(),
            now.designEffect(),
            open,
            open ? remedy(selection.samples(), measurement) : Optional.empty());
    String reason =
        bar.relation(now.value())
            + " ("
            + target.of("baseline " + Quantity.format(before.value(), bar.unit()))
            + ")"
            + difference.filter(range -> open).map(this::doubt).orElse("")
            + certainty.remedy().map(what -> "; " + what).orElse("");
    return new Ruling(
        bar.holds(now.value()) ? Verdict.PASS : Verdict.FAIL,
        reason,
        certainty,
        Optional.of(new Against(before, bar, difference)));
  }

  private Interval difference(Interval around, Interval earlier) {
    Interval shift = Shift.of(now.value(), around, target.factor(), before.value(), earlier);
    return new Interval(shift.low() - target.points(), shift.high() - target.points());
  }

  private String doubt(Interval difference) {
    return ", but the true value may be "
        + (difference.low() < 0 ? bound(-difference.low(), "below") + " to " : "")
        + bound(difference.high(), "above")
        + " that";
  }

  private String bound(double distance, String side) {
    // 1 % above 2 % would be read as 2.02 %.
    String unit = bar.unit().equals("%") ? "points" : bar.unit();
    return (Double.isInfinite(distance) ? "any amount" : Quantity.format(distance, unit))
        + " "
        + side;
  }

  /**
   * More samples of this run narrow its own part of the interval, by the root of their number; that
   * of the baseline stays as it is.
   */
  private Optional<String> remedy(long samples, Measurement measurement) {
    double distance = Math.abs(now.value() - bar.value());
    boolean above = now.value() > bar.value();
    double own = arm(now, above);
    double earlier = target.factor() * arm(before, !above);
    double left = distance * distance - earlier * earlier;
    if (!(left > 0) || Double.isInfinite(own)) {
      return Optional.of("the baseline is too uncertain for more samples of this run to settle it");
    }
    double more = Math.ceil(samples * own * own / left) - samples;
    return more > 1e10
        ? Optional.of("it is too near the target for any number of samples to settle")
        : Optional.of(
            String.format(
                Locale.ROOT,
                "about %,.0f more samples would settle it, if they are like these%s",
                Math.max(1, more),
                Certainty.inTime(Math.max(1, more), samples, measurement.time())));
  }

  /** How far the interval goes down from a figure, or up. */
  private static double arm(Figure figure, boolean down) {
    return figure
        .interval()
        .map(range -> down ? figure.value() - range.low() : range.high() - figure.value())
        .orElse(0.0);
  }
}
