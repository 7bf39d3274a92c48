package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;
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
    String unit = objective.indicator().unit();
    String label = objective.scope().label();
    return new VerdictRow(
        outcome,
        List.of(
            new VerdictCell(ConsoleTable.word(outcome), "", rank(outcome)),
            VerdictCell.text(ConsoleTable.printable(objective.scope().scenario())),
            VerdictCell.text(label.isEmpty() ? "(all)" : ConsoleTable.printable(label)),
            new VerdictCell(
                ConsoleTable.promise(objective), objective.indicator().kind(), objective.target()),
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

  /** The worst first. */
  private static int rank(Outcome outcome) {
    return switch (outcome.verdict()) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> outcome.certainty().borderline() ? 2 : 3;
    };
  }
}
