package com.openshow.loadtest.slo.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ShiftTest {
  private static final long SEED = 20260102;

  @Test
  void eachBoundIsWrongNoMoreOftenThanTheRiskSays() {
    // p95 of two exponential samples, the first 1.1 times as slow: the true shift is 0.
    Random random = new Random(SEED);
    int runs = 4_000;
    int tooLow = 0;
    int tooHigh = 0;
    for (int run = 0; run < runs; run++) {
      Interval shift = shift(exponential(random, 1_000, 1.1), exponential(random, 700, 1));
      tooHigh += shift.low() > 0 ? 1 : 0;
      tooLow += shift.high() < 0 ? 1 : 0;
    }
    // Three standard errors above the risk.
    double most = runs * Interval.RISK + 3 * Math.sqrt(runs * Interval.RISK);
    assertThat((double) tooLow).as("seed %d", SEED).isBetween(1.0, most);
    assertThat((double) tooHigh).as("seed %d", SEED).isBetween(1.0, most);
  }

  @Test
  void withoutABoundOfOneFigureThereIsNoneOfTheShift() {
    Interval open = new Interval(1, Double.POSITIVE_INFINITY);
    assertThat(Shift.of(2, open, 1, 2, new Interval(1, 3)).high()).isInfinite();
    assertThat(Shift.of(2, new Interval(1, 3), 1, 2, open).low()).isInfinite();
    assertThat(Shift.of(5, new Interval(5, 5), 2, 2, new Interval(1, 3)).low())
        .isCloseTo(-1, within(1e-12));
  }

  @Test
  void aFactorBelowZeroIsRefused() {
    Interval any = new Interval(1, 1);
    assertThatThrownBy(() -> Shift.of(1, any, -1, 1, any))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBoundsOfARatioAreTheFactorsWithWhichTheShiftHoldsNothing() {
    Random random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      double now = 1 + 100 * random.nextDouble();
      double before = 1 + 100 * random.nextDouble();
      Interval around = new Interval(now * random.nextDouble(), now + 50 * random.nextDouble());
      Interval earlier =
          new Interval(before * random.nextDouble(), before + 50 * random.nextDouble());
      Interval ratio = Shift.ratio(now, around, before, earlier);
      assertThat(ratio.low()).as("seed %d", SEED).isBetween(0.0, now / before);
      assertThat(ratio.high()).as("seed %d", SEED).isGreaterThanOrEqualTo(now / before);
      assertThat(Shift.of(now, around, ratio.low(), before, earlier).low())
          .as("seed %d", SEED)
          .isCloseTo(0, within(1e-6));
      assertThat(Shift.of(now, around, ratio.high(), before, earlier).high())
          .as("seed %d", SEED)
          .isCloseTo(0, within(1e-6 * ratio.high() * before));
    }
  }

  @Test
  void aRatioHasNoBoundWhereOneOfItsFiguresHasNone() {
    Interval open = new Interval(1, Double.POSITIVE_INFINITY);
    Interval closed = new Interval(1, 3);
    assertThat(Shift.ratio(2, open, 2, closed).high()).isInfinite();
    assertThat(Shift.ratio(2, closed, 2, open).low()).isZero();
    assertThat(Shift.ratio(2, closed, 2, new Interval(0, 3)).high()).isInfinite();
    assertThatThrownBy(() -> Shift.ratio(2, closed, 0, closed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Interval shift(double[] now, double[] before) {
    return Shift.of(p95(now), around(now), 1.1, p95(before), around(before));
  }

  private static double[] exponential(Random random, int n, double mean) {
    return random.doubles(n).map(u -> -mean * Math.log1p(-u)).sorted().toArray();
  }

  private static double p95(double[] sorted) {
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  private static Interval around(double[] sorted) {
    Ranks ranks = Ranks.of(sorted.length, 95, 1);
    assertThat(Arrays.asList(ranks.hasLower(), ranks.hasUpper())).containsOnly(true);
    return new Interval(sorted[(int) ranks.lower() - 1], sorted[(int) ranks.upper() - 1]);
  }
}
