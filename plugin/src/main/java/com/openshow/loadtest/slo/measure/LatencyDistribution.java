package com.openshow.loadtest.slo.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.jspecify.annotations.Nullable;

/**
 * An immutable distribution of latencies in whole milliseconds, the unit in which JMeter measures.
 *
 * <p>Values up to 2,047 ms are kept exactly, greater ones within 0.1 % (three significant digits of
 * HdrHistogram). An empty distribution has no percentile: HdrHistogram's own answer of 0 would let
 * silence pass for speed.
 */
public final class LatencyDistribution {
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  /** No latency. */
  static final LatencyDistribution EMPTY = of(Sparse.EMPTY);

  // One of the two: many different latencies, or few.
  private final @Nullable Histogram dense;
  private final Sparse sparse;

  /**
   * A point of the curve.
   *
   * @param percentile 0 to less than 100
   * @param latencyMillis the latency at it
   */
  public record Point(double percentile, double latencyMillis) {}

  /** Is told of each different latency. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * So many requests took so long.
     *
     * @param millis the least latency that is held for equal
     */
    void visit(long millis, long count);
  }

  private LatencyDistribution(@Nullable Histogram dense, Sparse sparse) {
    this.dense = dense;
    this.sparse = sparse;
  }

  /** A distribution of few different latencies: those of a histogram of milliseconds, copied. */
  public static LatencyDistribution of(Histogram histogram) {
    return of(Sparse.of(histogram));
  }

  static LatencyDistribution of(Sparse few) {
    return new LatencyDistribution(null, few);
  }

  /** A distribution of many different latencies: those of a histogram of milliseconds, copied. */
  static LatencyDistribution ofMany(Histogram histogram) {
    return new LatencyDistribution(histogram.copy(), Sparse.EMPTY);
  }

  /** A copy for HdrHistogram's own tools. */
  public Histogram toHistogram() {
    Histogram copy = new Histogram(Counts.SIGNIFICANT_DIGITS);
    addTo(copy);
    return copy;
  }

  void addTo(Histogram other) {
    if (dense == null) {
      sparse.addTo(other);
    } else {
      other.add(dense);
    }
  }

  /** To look at only. */
  private Histogram histogram() {
    return dense == null ? toHistogram() : dense;
  }

  /** The number of latencies. */
  public long count() {
    return dense == null ? sparse.total() : dense.getTotalCount();
  }

  /**
   * The latency in milliseconds at {@code percentile} by the nearest-rank definition: the smallest
   * measured value that at least {@code percentile} percent of all values do not exceed, that is
   * the order statistic of rank {@code ceil(percentile / 100 * count)}.
   *
   * @param percentile greater than 0, at most 100
   * @return empty when nothing was measured
   */
  public OptionalDouble percentile(double percentile) {
    if (!(percentile > 0 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "percentile must be greater than 0 and at most 100, but was " + percentile);
    }
    if (count() == 0) {
      return OptionalDouble.empty();
    }
    Histogram histogram = histogram();
    long value = histogram.getValueAtPercentile(percentile);
    return OptionalDouble.of((double) histogram.lowestEquivalentValue(value));
  }

  /**
   * The order statistic of a rank, in milliseconds.
   *
   * @param rank 1 to {@link #count}
   */
  public double atRank(long rank) {
    if (!(rank >= 1 && rank <= count())) {
      throw new IllegalArgumentException(
          "rank must be between 1 and " + count() + ", but was " + rank);
    }
    // Half a rank less: the histogram rounds up, and must not be led to the next by a last bit.
    Histogram histogram = histogram();
    long value = histogram.getValueAtPercentile(100 * (rank - 0.5) / count());
    return histogram.lowestEquivalentValue(value);
  }

  /** How many latencies are more than so many milliseconds. */
  public long countAbove(double millis) {
    return millis < 0
        ? count()
        : count() - histogram().getCountBetweenValues(0, (long) Math.floor(millis));
  }

  /** The least value in milliseconds; empty when nothing was measured. */
  public OptionalDouble minimum() {
    Histogram histogram = histogram();
    return count() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) histogram.lowestEquivalentValue(histogram.getMinValue()));
  }

  /** The mean in milliseconds; empty when nothing was measured. */
  public OptionalDouble mean() {
    return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(histogram().getMean());
  }

  /**
   * The whole distribution as a curve: the latency at percentiles that lie ever closer to 100, as
   * HdrHistogram's own plots have them; the last percentile is that of which only the greatest
   * value is above. Empty when nothing was measured.
   */
  public List<Point> spectrum() {
    Histogram histogram = histogram();
    List<Point> points = new ArrayList<>();
    for (HistogramIterationValue step : histogram.percentiles(TICKS_PER_HALF_DISTANCE)) {
      double last = 100 - 100.0 / (count() + 1);
      double percentile = Math.min(last, step.getPercentileLevelIteratedTo());
      if (points.isEmpty() || percentile > points.get(points.size() - 1).percentile()) {
        long value = histogram.lowestEquivalentValue(step.getValueIteratedTo());
        points.add(new Point(percentile, (double) value));
      }
    }
    return List.copyOf(points);
  }

  /** Tells of every different latency, in ascending order. */
  public void forEach(Visitor visitor) {
    Histogram histogram = histogram();
    for (HistogramIterationValue each : histogram.recordedValues()) {
      visitor.visit(
          histogram.lowestEquivalentValue(each.getValueIteratedTo()),
          each.getCountAddedInThisIterationStep());
    }
  }

  /** The exact merge of the two: as if one recorder had seen all samples of both. */
  public LatencyDistribution merge(LatencyDistribution other) {
    if (other.count() == 0) {
      return this;
    }
    if (count() == 0) {
      return other;
    }
    if (dense == null && other.dense == null) {
      return of(sparse.plus(other.sparse));
    }
    Histogram sum = toHistogram();
    other.addTo(sum);
    return new LatencyDistribution(sum, Sparse.EMPTY);
  }
}
