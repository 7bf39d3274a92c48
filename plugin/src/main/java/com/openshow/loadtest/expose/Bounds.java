package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Target;
import java.util.List;
import java.util.TreeSet;

/**
 * The upper bounds of the classic buckets, for a Prometheus that takes no native histograms. The
 * targets of latencies are among them: how many requests kept to one can then be told exactly.
 */
final class Bounds {
  private static final List<Double> USUAL_MILLIS =
      List.of(
          1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 50.0, 75.0, 100.0, 150.0, 200.0, 300.0, 500.0, 750.0,
          1_000.0, 1_500.0, 2_000.0, 3_000.0, 5_000.0, 10_000.0, 30_000.0, 60_000.0);

  /** Ten thousand requests may have as many targets; each bound is a series for each label. */
  private static final int MOST_TARGETS = 20;

  private Bounds() {}

  /** In milliseconds, in ascending order; the last one is infinite. */
  static double[] millis(List<Objective> objectives) {
    TreeSet<Double> bounds = new TreeSet<>(USUAL_MILLIS);
    objectives.stream()
        .filter(objective -> objective.indicator() instanceof LatencyIndicator)
        .map(Objective::target)
        .filter(Target.Fixed.class::isInstance)
        .map(target -> ((Target.Fixed) target).value())
        .filter(millis -> millis > 0)
        .distinct()
        .sorted()
        .limit(MOST_TARGETS)
        .forEach(bounds::add);
    bounds.add(Double.POSITIVE_INFINITY);
    return bounds.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
