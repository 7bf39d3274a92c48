package com.openshow.loadtest.slo.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RateIntervalTest {
  @Test
  void atEachBoundWhatWasSeenHasExactlyTheProbabilityOfTheRisk() {
    for (int n : new int[] {1, 2, 10, 57, 200}) {
      for (int hits = 0; hits <= n; hits++) {
        Interval interval = RateInterval.of(hits, n, 1);
        if (hits > 0) {
          assertThat(atLeast(hits, n, interval.low())).isCloseTo(Interval.RISK, within(1e-9));
        }
        if (hits < n) {
          assertThat(1 - atLeast(hits + 1, n, interval.high()))
              .isCloseTo(Interval.RISK, within(1e-9));
        }
      }
    }
  }

  @Test
  void noErrorIn29956RequestsSettlesAHundredthOfAPercent() {
    assertThat(RateInterval.of(0, 29_955, 1).high()).isGreaterThan(0.0001);
    assertThat(RateInterval.of(0, 29_956, 1).high()).isLessThan(0.0001);
    assertThat(RateInterval.of(0, 29_956, 1).low()).isZero();
    assertThat(RateInterval.of(5, 5, 1).high()).isOne();
  }

  @Test
  void aDesignEffectWidensBothSides() {
    Interval plain = RateInterval.of(50, 1_000, 1);
    Interval wide = RateInterval.of(50, 1_000, 4);
    assertThat(wide.low()).isLessThan(plain.low());
    assertThat(wide.high()).isGreaterThan(plain.high());
    assertThat(RateInterval.of(500, 10_000, 10).high()).isCloseTo(plain.high(), within(1e-12));
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatThrownBy(() -> RateInterval.of(2, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateInterval.of(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateInterval.of(0, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double atLeast(int hits, int n, double p) {
    double[] row = {1};
    for (int i = 1; i <= n; i++) {
      double[] next = new double[i + 1];
      for (int k = 0; k < row.length; k++) {
        next[k] += row[k] * (1 - p);
        next[k + 1] += row[k] * p;
      }
      row = next;
    }
    double sum = 0;
    for (int k = hits; k <= n; k++) {
      sum += row[k];
    }
    return sum;
  }
}
