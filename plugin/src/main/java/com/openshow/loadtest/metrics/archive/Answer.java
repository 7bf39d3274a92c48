package com.openshow.loadtest.metrics.archive;

import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import java.util.List;

/**
 * What a source answered to one question.
 *
 * @param source the source's name
 * @param form how it was asked
 * @param query for what
 * @param range of which time
 * @param reading the answer
 */
record Answer(String source, Form form, String query, TimeRange range, Reading reading) {
  boolean isOf(String otherSource, Form otherForm, String otherQuery) {
    return source.equals(otherSource) && form == otherForm && query.equals(otherQuery);
  }

  /** Whether it tells all of another time, too. */
  boolean covers(TimeRange other) {
    return !range.from().isAfter(other.from()) && !range.to().isBefore(other.to());
  }

  /** What it tells of a part of its time. */
  Reading within(TimeRange part) {
    if (part.equals(range) || !(reading instanceof Reading.Values values)) {
      return reading;
    }
    List<Series> inside =
        values.series().stream()
            .map(series -> new Series(series.labels(), inside(series.points(), part)))
            .filter(series -> !series.points().isEmpty())
            .toList();
    return new Reading.Values(inside, values.step(), values.doubts(), values.notes());
  }

  private static List<Point> inside(List<Point> points, TimeRange part) {
    return points.stream().filter(point -> part.contains(point.millis())).toList();
  }
}
