package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Figure;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Shifts;
import com.openshow.loadtest.slo.confidence.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By how much latencies differ from an earlier run, for people. */
final class ShiftTable {
  private static final List<String> HEADER =
      List.of("scenario", "request", "latency", "baseline", "now", "shift", "true shift");

  private ShiftTable() {}

  static String render(Shifts shifts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (Shifts.Row row : shifts.rows()) {
      rows.add(cells(row).stream().map(ConsoleTable::printable).toList());
    }
    return shifts.rows().isEmpty()
        ? "The baseline has none of these requests\n"
        : "\n" + ConsoleTable.table(rows, 4) + "\n";
  }

  static List<String> cells(Shifts.Row row) {
    return List.of(
        row.scenario(),
        row.label(),
        "p" + LatencyPercentile.plain(row.percentile()),
        millis(row.before()),
        millis(row.now()),
        row.percent().isPresent() ? percent(row.observedPercent()) : "-",
        row.percent().map(ShiftTable::range).orElse("-"));
  }

  private static String millis(Optional<Figure> figure) {
    return figure.map(one -> Quantity.format(one.value(), "ms")).orElse("too few samples");
  }

  private static String range(Interval percent) {
    return Double.isInfinite(percent.high())
        ? percent(percent.low()) + " or more"
        : percent(percent.low()) + " to " + percent(percent.high());
  }

  private static String percent(double value) {
    // Without a sign where it rounds to nothing.
    return Math.abs(value) < 0.05 ? "0 %" : String.format(Locale.ROOT, "%+.1f %%", value);
  }
}
