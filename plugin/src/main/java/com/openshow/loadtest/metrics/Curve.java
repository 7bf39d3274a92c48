package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The numbers of a series in the time that is looked at.
 *
 * @param points in the order of time; neither NaN nor infinite
 * @param notNumbers how many points were left out because they are
 * @param range the time that is looked at
 * @param step from one point to the next
 */
record Curve(List<Point> points, long notNumbers, TimeRange range, Duration step) {
  /** From one point to the next it may take so many steps before there is a gap. */
  private static final double STEPS_OF_A_GAP = 2.5;

  private static final long NOT_MISSED = Long.MIN_VALUE;

  Curve {
    points = List.copyOf(points);
  }

  /** The numbers of a series. */
  static Curve of(Series series, TimeRange range, Duration step) {
    List<Point> inside =
        series.points().stream().filter(point -> range.contains(point.millis())).toList();
    List<Point> numbers = inside.stream().filter(point -> Double.isFinite(point.value())).toList();
    return new Curve(numbers, inside.size() - numbers.size(), range, step);
  }

  /** How many points must be there: at the edges one more is there, or is not. */
  long expected() {
    return Math.max(1, range.length().toMillis() / Math.max(1, step.toMillis()));
  }

  /** Which share of them is there, at most 1. */
  double coverage() {
    return Math.min(1, points.size() / (double) expected());
  }

  /** From the first point to the last. */
  Duration seen() {
    return points.isEmpty()
        ? Duration.ZERO
        : Duration.ofMillis(last().millis() - points.get(0).millis());
  }

  Point last() {
    return points.get(points.size() - 1);
  }

  private DoubleStream values() {
    return points.stream().mapToDouble(Point::value);
  }

  double mean() {
    return values().average().orElseThrow();
  }

  double greatest() {
    return values().max().orElseThrow();
  }

  double least() {
    return values().min().orElseThrow();
  }

  /** The percentile by the nearest rank; empty where there is no point. */
  OptionalDouble percentile(double percentile) {
    return atRank(rank(percentile, points.size()));
  }

  /** The same if all points that are missing were infinite; empty when it would be such a one. */
  OptionalDouble percentileWithMissing(double percentile, double missing) {
    long all = Math.max(expected(), points.size());
    long rank = rank(percentile, all);
    return atRank(missing < 0 ? rank - (all - points.size()) : rank);
  }

  private static long rank(double percentile, long all) {
    // The subtrahend takes away what the multiplication adds in the last bits (99.9 % of 1000).
    return Math.max(1, (long) Math.ceil(percentile / 100 * all - 1e-9));
  }

  private OptionalDouble atRank(long rank) {
    return rank < 1 || rank > points.size()
        ? OptionalDouble.empty()
        : values().sorted().skip(rank - 1).findFirst();
  }

  /** By how much a counter rose; after a fall it began again from 0. */
  double rise() {
    double rise = 0;
    for (int i = 1; i < points.size(); i++) {
      rise += rise(i);
    }
    return rise;
  }

  private double rise(int index) {
    double value = points.get(index).value();
    double before = points.get(index - 1).value();
    return value >= before ? value - before : value;
  }

  /** By how much a counter rose in a second, from each point to the next. */
  Curve rates() {
    List<Point> rates = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      long millis = points.get(i).millis();
      rates.add(new Point(millis, rise(i) * 1000 / (millis - points.get(i - 1).millis())));
    }
    return new Curve(rates, notNumbers, range, step);
  }

  /** The longest time between two points that is no gap, in milliseconds. */
  long longestGap() {
    return (long) (STEPS_OF_A_GAP * step.toMillis());
  }

  /** For how long the points miss a target without a break; a gap is one. */
  MissedStretch missed(Bar target) {
    MissedStretch missed = new MissedStretch(longestGap());
    addTo(missed, target);
    return missed;
  }

  /** Adds the points to what was missed before. */
  void addTo(MissedStretch missed, Bar target) {
    points.forEach(point -> missed.add(point.millis(), !target.holds(point.value())));
  }

  /** The same if the target were missed in every gap, those at the edges included. */
  Duration missedAtWorst(Bar target) {
    long longest = 0;
    long before = range.from().toEpochMilli();
    long since = NOT_MISSED;
    for (Point point : points) {
      boolean gap = point.millis() - before > longestGap();
      boolean missed = !target.holds(point.value());
      if (since == NOT_MISSED && (gap || missed)) {
        since = gap ? before : point.millis();
      }
      if (gap || missed) {
        longest = Math.max(longest, point.millis() - since);
      }
      since = missed ? since : NOT_MISSED;
      before = point.millis();
    }
    long end = range.to().toEpochMilli();
    if (end - before > longestGap()) {
      longest = Math.max(longest, end - (since == NOT_MISSED ? before : since));
    }
    return Duration.ofMillis(longest);
  }
}
