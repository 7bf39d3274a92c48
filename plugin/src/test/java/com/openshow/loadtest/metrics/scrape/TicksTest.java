package com.openshow.loadtest.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TicksTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Ticks ticks = new Ticks(SECOND, 5000);

  private long next(long nowMillis) {
    return ticks.next(nowMillis, SECOND).toMillis();
  }

  @Test
  void aScrapeThatBeginsALittleLateIsOfTheTimeWhenItWasDue() {
    assertThat(ticks.timeOf(5000)).isEqualTo(5000);
    assertThat(ticks.timeOf(5010)).isEqualTo(5000);
    assertThat(ticks.timeOf(4990)).isEqualTo(5000);
    assertThat(ticks.timeOf(5011)).isEqualTo(5011);
    assertThat(new Ticks(Duration.ofMillis(200), 5000).timeOf(5003)).isEqualTo(5003);
  }

  @Test
  void thePaceDoesNotDriftHoweverLongAScrapeTakes() {
    for (long tick = 6000; tick < 100_000; tick += 1000) {
      long scrapeTook = 1 + tick * 7919 % 900;
      assertThat(next(tick - 1000 + scrapeTook)).isEqualTo(1000 - scrapeTook);
      assertThat(ticks.timeOf(tick + 3)).isEqualTo(tick);
    }
  }

  @Test
  void ticksThatWereMissedAreLeftOut() {
    assertThat(next(8250)).isEqualTo(750);
    assertThat(ticks.timeOf(9000)).isEqualTo(9000);
    assertThat(next(10_000)).isEqualTo(1000);
  }

  @Test
  void aLongerRestEndsAtATickOfItsOwn() {
    assertThat(ticks.next(5100, Duration.ofSeconds(4)).toMillis()).isEqualTo(3900);
    assertThat(next(9100)).isEqualTo(900);
  }

  @Test
  void aClockThatGoesBackDelaysNothing() {
    assertThat(next(-3_600_000)).isEqualTo(1000);
    assertThat(next(-3_599_000)).isEqualTo(1000);
  }
}
