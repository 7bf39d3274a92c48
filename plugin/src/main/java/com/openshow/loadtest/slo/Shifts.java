package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.Shift;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * By how much the response times of each request differ from those of an earlier run.
 *
 * @param rows in the order of scenarios, labels and percentiles
 */
public record Shifts(List<Row> rows) {
  private static final double[] PERCENTILES = {50, 90, 95, 99, 99.9};

  public Shifts {
    rows = List.copyOf(rows);
  }

  /**
   * A percentile of a request's response times, failed requests included.
   *
   * @param scenario the thread group
   * @param label the request
   * @param percentile greater than 0 and less than 100
   * @param before in the earlier run; empty when it had too few samples
   * @param now in this one, likewise
   * @param percent where the true shift in percent of the earlier run lies; empty when one of the
   *     two is, or the earlier is 0
   */
  public record Row(
      String scenario,
      String label,
      double percentile,
      Optional<Figure> before,
      Optional<Figure> now,
      Optional<Interval> percent) {
    public Row {
      Objects.requireNonNull(scenario, "scenario");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(now, "now");
      Objects.requireNonNull(percent, "percent");
    }

    /** By how much it rose in percent, negative where it fell; needs {@link #percent}. */
    public double observedPercent() {
      return 100 * (now.orElseThrow().value() / before.orElseThrow().value() - 1);
    }
  }

  /** The shift of every request that both runs have. */
  static Shifts between(Measurement before, Measurement now) {
    return new Shifts(
        now.statistics().keySet().stream()
            .filter(before.statistics()::containsKey)
            .sorted(Comparator.comparing(SampleKey::scenario).thenComparing(SampleKey::label))
            .flatMap(key -> rows(key, before, now))
            .toList());
  }

  private static Stream<Row> rows(SampleKey key, Measurement before, Measurement now) {
    return DoubleStream.of(PERCENTILES)
        .mapToObj(LatencyPercentile::new)
        .map(
            percentile ->
                row(key, percentile, figure(key, percentile, before), figure(key, percentile, now)))
        .filter(row -> row.before().isPresent() || row.now().isPresent());
  }

  private static Optional<Figure> figure(
      SampleKey key, LatencyPercentile percentile, Measurement run) {
    Scope scope = new Scope(key.scenario(), key.label());
    Selection selection = Selection.of(run, scope, percentile);
    return percentile.whyInconclusive(selection).isPresent()
        ? Optional.empty()
        : Optional.of(
            Figure.of(
                percentile.observe(selection).orElseThrow(), percentile, scope, selection, run));
  }

  private static Row row(
      SampleKey key, LatencyPercentile percentile, Optional<Figure> before, Optional<Figure> now) {
    return new Row(
        key.scenario(),
        key.label(),
        percentile.percentile(),
        before,
        now,
        before
            .filter(earlier -> earlier.value() > 0)
            .flatMap(earlier -> now.map(later -> percent(later, earlier))));
  }

  private static Interval percent(Figure now, Figure before) {
    Interval ratio =
        Shift.ratio(
            now.value(),
            now.interval().orElseThrow(),
            before.value(),
            before.interval().orElseThrow());
    return new Interval(100 * (ratio.low() - 1), 100 * (ratio.high() - 1));
  }
}
