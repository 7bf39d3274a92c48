package com.openshow.loadtest.report.html;

import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Made-up metrics of a backend over a run. The same at each call. */
final class SampleBackend {
  private static final long SEED = 796;

  private SampleBackend() {}

  /** What became of a made-up objective. */
  record Row(String name, String unit, double target, double value, Verdict verdict)
      implements Judged {
    @Override
    public String scenario() {
      return "";
    }

    @Override
    public String subject() {
      return "(prometheus)";
    }

    @Override
    public String kind() {
      return "backend";
    }

    @Override
    public String promise() {
      return "max <= " + target + " " + unit;
    }

    @Override
    public Optional<Bar> bar() {
      return Optional.of(new Bar(Comparison.LTE, target, unit));
    }

    @Override
    public OptionalDouble observed() {
      return OptionalDouble.of(value);
    }

    @Override
    public String observedUnit() {
      return unit;
    }

    @Override
    public long samples() {
      return 720;
    }

    @Override
    public String reason() {
      return "the worst of 8 is instance=\"a\"";
    }

    @Override
    public Certainty certainty() {
      return new Certainty(Optional.empty(), 1, false, Optional.empty());
    }

    @Override
    public Severity severity() {
      return Severity.FAIL;
    }
  }

  static List<BackendChart> charts(Instant start, Duration length) {
    List<Series> nodes = new ArrayList<>();
    for (int node = 0; node < 8; node++) {
      int which = node;
      nodes.add(
          series(
              Map.of("instance", "10.0.0." + node + ":9100", "job", "node"),
              start,
              length,
              at -> 30 + 5 * which + 20 * Math.sin(at / 300)));
    }
    return List.of(
        new BackendChart(
            new Row("Database CPU", "%", 70, 85.2, Verdict.FAIL), "%", nodes, List.of()),
        new BackendChart(
            new Row("Database IO", "%", 70, 2, Verdict.PASS),
            "%",
            List.of(series(Map.of("device", "sda"), start, length, at -> 2)),
            List.of()),
        new BackendChart(
            new Row("Circuit breaker", "states", 4, 4, Verdict.PASS),
            "states",
            List.of(
                states("api-1", start, length, 0.30, 0.42, 0.45),
                states("api-2", start, length, 0.31, 0.43, 0.46)),
            List.of("closed", "open", "half_open")),
        new BackendChart(
            new Row("Nothing <b>", "%", 1, 0, Verdict.INCONCLUSIVE), "%", List.of(), List.of()));
  }

  static List<Span> spans(Instant start, Duration length) {
    return List.of(
        new Span(
            "provider-down",
            start.plus(length.dividedBy(10).multipliedBy(3)),
            start.plus(length.dividedBy(100).multipliedBy(42))));
  }

  private static Series states(
      String instance, Instant start, Duration length, double opens, double half, double closes) {
    return points(
        Map.of("instance", instance, "name", "payment-provider"),
        start,
        length,
        share -> share < opens || share > closes ? 0 : share < half ? 1 : 2);
  }

  private static Series series(
      Map<String, String> labels, Instant start, Duration length, DoubleUnaryOperator value) {
    Random random = new Random(SEED);
    double seconds = length.toSeconds();
    return points(
        labels,
        start,
        length,
        share -> Math.max(0, value.applyAsDouble(share * seconds) + random.nextGaussian()));
  }

  private static Series points(
      Map<String, String> labels, Instant start, Duration length, DoubleUnaryOperator ofShare) {
    List<Point> points = new ArrayList<>();
    for (long second = 0; second <= length.toSeconds(); second += 5) {
      points.add(
          new Point(
              start.plusSeconds(second).toEpochMilli(),
              ofShare.applyAsDouble((double) second / length.toSeconds())));
    }
    return new Series(labels, points);
  }
}
