package com.openshow.loadtest.report.html;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The request rate that a scenario was to have: straight lines between the points, and nothing
 * before the first and after the last. Two points of the same time are a step.
 *
 * @param scenario its name
 * @param points in the order of time
 */
public record PlannedRate(String scenario, List<Point> points) {
  /**
   * The rate at one moment.
   *
   * @param at since the start of the run, at least 0
   * @param perSecond requests per second, at least 0
   */
  public record Point(Duration at, double perSecond) {
    public Point {
      if (at.isNegative() || !(perSecond >= 0 && perSecond <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "time and rate must be at least 0, but were " + at + " and " + perSecond);
      }
    }

    private double seconds() {
      return at.toMillis() / 1000.0;
    }
  }

  public PlannedRate {
    Objects.requireNonNull(scenario, "scenario");
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).at().compareTo(points.get(i - 1).at()) < 0) {
        throw new IllegalArgumentException(
            "points must be in the order of time, but "
                + points.get(i).at()
                + " follows "
                + points.get(i - 1).at());
      }
    }
  }

  /** The mean rate between two moments, in seconds since the start of the run. */
  double mean(double from, double to) {
    double requests = 0;
    for (int i = 1; i < points.size(); i++) {
      requests += requests(points.get(i - 1), points.get(i), from, to);
    }
    return to > from ? requests / (to - from) : 0;
  }

  private static double requests(Point left, Point right, double from, double to) {
    double start = Math.max(from, left.seconds());
    double end = Math.min(to, right.seconds());
    if (end <= start) {
      return 0;
    }
    double slope = (right.perSecond - left.perSecond) / (right.seconds() - left.seconds());
    double middle = left.perSecond + slope * ((start + end) / 2 - left.seconds());
    return middle * (end - start);
  }
}
