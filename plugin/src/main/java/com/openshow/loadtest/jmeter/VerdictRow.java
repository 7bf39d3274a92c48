package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Quantity;
import java.util.List;

/**
 * A row of the verdict's table.
 *
 * @param judged what it shows
 * @param cells under {@link #COLUMNS}
 */
record VerdictRow(Judged judged, List<VerdictCell> cells) {
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

  /** Comes before everything that was observed. */
  private static final VerdictCell NOTHING = new VerdictCell("-", "", 0);

  static VerdictRow of(Judged judged) {
    String unit = judged.observedUnit();
    return new VerdictRow(
        judged,
        List.of(
            new VerdictCell(ConsoleTable.word(judged), "", judged.rank()),
            VerdictCell.text(ConsoleTable.printable(judged.scenario())),
            VerdictCell.text(ConsoleTable.printable(judged.subject())),
            new VerdictCell(
                judged.promise(), judged.kind(), judged.bar().map(Bar::value).orElse(0.0)),
            judged
                .observedText()
                .map(text -> new VerdictCell(text, unit, judged.observed().orElse(0)))
                .orElse(NOTHING),
            VerdictCell.count(judged.samples()),
            judged
                .certainty()
                .interval()
                .map(
                    interval ->
                        new VerdictCell(Quantity.format(interval, unit), unit, interval.low()))
                .orElse(NOTHING),
            VerdictCell.text(ConsoleTable.printable(judged.reason()))));
  }
}
