package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.util.Optional;

/**
 * How an observed value stands to what was promised.
 *
 * @param verdict whether it holds; the value itself decides where that is not certain
 * @param reason for a person
 * @param certainty how certain it is
 * @param against the earlier figure that it was held against, where it was one
 */
record Ruling(Verdict verdict, String reason, Certainty certainty, Optional<Against> against) {
  /** A value against a bar that is known beforehand. */
  static Ruling of(
      Objective objective, Bar bar, double value, Selection selection, Measurement measurement) {
    Certainty certainty = Certainty.of(objective, bar, selection, measurement);
    return new Ruling(
        bar.holds(value) ? Verdict.PASS : Verdict.FAIL,
        bar.relation(value) + certainty.doubt(bar.unit()),
        certainty,
        Optional.empty());
  }

  /** The earlier figure is not known, but a later run may be compared with this one. */
  static Ruling unknown(String why, Figure now) {
    return new Ruling(
        Verdict.INCONCLUSIVE,
        why,
        new Certainty(now.interval(), now.designEffect(), false, Optional.empty()),
        Optional.empty());
  }
}
