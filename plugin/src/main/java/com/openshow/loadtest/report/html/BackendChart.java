package com.openshow.loadtest.report.html;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.slo.Judged;
import java.util.List;
import java.util.Objects;

/**
 * What an objective of the backend was judged by, to be drawn.
 *
 * @param judged what became of it
 * @param unit the unit of the values
 * @param series what was read; the worst first
 * @param states where the values are states: their names, of which a value is the index; else empty
 */
public record BackendChart(Judged judged, String unit, List<Series> series, List<String> states) {
  public BackendChart {
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(unit, "unit");
    series = List.copyOf(series);
    states = List.copyOf(states);
  }
}
