package com.openshow.loadtest.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.report.html.PlannedRate.Point;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlannedRateTest {
  /** Up to 10 a second in 10 s, a step to 20 that lasts 10 s, then nothing. */
  private static final PlannedRate RATE =
      new PlannedRate("S", List.of(point(0, 0), point(10, 10), point(10, 20), point(20, 20)));

  @Test
  void theMeanFollowsRampsAndSteps() {
    assertThat(RATE.mean(0, 10)).isEqualTo(5);
    assertThat(RATE.mean(4, 6)).isEqualTo(5);
    assertThat(RATE.mean(9, 11)).isEqualTo((9.5 + 20) / 2);
    assertThat(RATE.mean(15, 25)).isEqualTo(10);
    assertThat(RATE.mean(30, 40)).isZero();
    assertThat(RATE.mean(5, 5)).isZero();
  }

  @Test
  void pointsOutOfOrderAreRefused() {
    List<Point> points = List.of(point(2, 1), point(1, 1));
    assertThatThrownBy(() -> new PlannedRate("S", points))
        .hasMessage("points must be in the order of time, but PT1S follows PT2S");
  }

  private static Point point(int seconds, double perSecond) {
    return new Point(Duration.ofSeconds(seconds), perSecond);
  }
}
