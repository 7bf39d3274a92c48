package com.openshow.loadtest.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackendJsonTest {
  private static List<Point> points(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> new Point(1000L * i, values[i]))
        .toList();
  }

  @Test
  void ofManyPointsNoPeakIsLost() {
    double[] values = new double[100_000];
    values[77_777] = 99;
    values[12_345] = -99;

    List<Point> thinned = BackendJson.thinned(points(values));

    assertThat(thinned)
        .hasSizeLessThanOrEqualTo(BackendJson.MOST_POINTS)
        .contains(new Point(77_777_000, 99), new Point(12_345_000, -99))
        .isSortedAccordingTo((one, other) -> Long.compare(one.millis(), other.millis()));
  }

  @Test
  void fewPointsStayAsTheyAre() {
    List<Point> few = points(3, 1, 2);

    assertThat(BackendJson.thinned(few)).isEqualTo(few);
  }

  @Test
  void ofStatesTheChangesAndTheEndAreKept() {
    assertThat(BackendJson.changes(points(0, 0, 1, 1, 2, 0, 0)))
        .extracting(Point::millis)
        .containsExactly(0L, 2000L, 4000L, 5000L, 6000L);
  }
}
