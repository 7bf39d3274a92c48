package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Target;
import java.util.List;

/**
 * A row of the verdict's table.
 *
 * @param outcome what it shows
 * @param cells under {@link #COLUMNS}
 */
record VerdictRow(Outcome outcome, List<VerdictCell> cells) {
  static final List<String> COLUMNS =
      List.of(
          "Verdict",
          "Scenario",
          "Request",
          "Objective",
          "Observed",
          "Samples",
          "True value",
          "Reason");

  static VerdictRow of(Outcome outcome) {
    Objective objective = outcome.objective();
    String unit = objective.observedUnit();
    return new VerdictRow(
        outcome,
        List.of(
            new VerdictCell(ConsoleTable.word(outcome), "", outcome.rank()),
            VerdictCell.text(ConsoleTable.printable(objective.scope().scenario())),
            VerdictCell.text(ConsoleTable.printable(ConsoleTable.requests(objective))),
            new VerdictCell(objective.promise(), objective.indicator().kind(), value(objective)),
            VerdictCell.quantity(outcome.observed(), unit),
            VerdictCell.count(outcome.samples()),
            outcome
                .certainty()
                .interval()
                .map(
                    interval ->
                        new VerdictCell(Quantity.format(interval, unit), unit, interval.low()))
                .orElse(new VerdictCell("-", "", 0)),
            VerdictCell.text(ConsoleTable.printable(outcome.reason()))));
  }

  /** A target that a baseline makes comes before all others of its kind. */
  private static double value(Objective objective) {
    return objective.target() instanceof Target.Fixed fixed ? fixed.value() : 0;
  }
}
