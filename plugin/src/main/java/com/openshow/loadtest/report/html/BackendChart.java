package com.openshow.loadtest.report.html;

import com.openshow.loadtest.metrics.BackendFinding;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.Claim;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.Visit;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Judged;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** The limit as a value among the others; empty where it is none of their unit. */
  OptionalDouble limit() {
    if (judged instanceof BackendOutcome outcome
        && outcome.objective().claim() instanceof ValueClaim value) {
      // What is made of a counter is no value of the counter.
      return value.reducer() instanceof Reducer.Rate
          ? OptionalDouble.empty()
          : OptionalDouble.of(value.target().value());
    }
    return states.isEmpty()
        ? judged.bar().stream().mapToDouble(Bar::value).findFirst()
        : OptionalDouble.empty();
  }

  /** What outcomes were judged by, the worst first. */
  public static List<BackendChart> of(List<BackendOutcome> outcomes) {
    return outcomes.stream()
        .sorted(Comparator.comparingInt(BackendOutcome::rank))
        .map(BackendChart::of)
        .toList();
  }

  /** What an outcome was judged by. */
  public static BackendChart of(BackendOutcome outcome) {
    Claim claim = outcome.objective().claim();
    if (claim instanceof StatesClaim states) {
      return ofStates(outcome, states);
    }
    // Of a sustained miss the points have the unit of the target, and what is observed is a time.
    return new BackendChart(
        outcome,
        claim instanceof ValueClaim value ? value.target().unit() : "",
        outcome.series(),
        List.of());
  }

  /** An instance a line, its states in the order in which they are promised. */
  private static BackendChart ofStates(BackendOutcome outcome, StatesClaim claim) {
    List<String> names =
        Stream.concat(
                claim.states().stream(),
                outcome.findings().stream()
                    .flatMap(finding -> finding.visits().stream())
                    .map(Visit::state))
            .distinct()
            .toList();
    return new BackendChart(
        outcome,
        "",
        outcome.findings().stream().map(finding -> line(finding, names)).toList(),
        names);
  }

  private static Series line(BackendFinding finding, List<String> names) {
    SortedMap<Long, Double> points = new TreeMap<>();
    for (Visit visit : finding.visits()) {
      double index = names.indexOf(visit.state());
      points.put(visit.from().toEpochMilli(), index);
      points.put(visit.to().toEpochMilli(), index);
    }
    return new Series(
        Map.of("instance", finding.name()),
        points.entrySet().stream()
            .map(point -> new Point(point.getKey(), point.getValue()))
            .toList());
  }
}
