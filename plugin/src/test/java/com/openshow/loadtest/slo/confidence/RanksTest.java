package com.openshow.loadtest.slo.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class RanksTest {
  private static final double[] PERCENTILES = {1, 50, 90, 95, 99, 99.9};

  @Test
  void eachBoundIsTheTightestThatKeepsTheRisk() {
    for (double percentile : PERCENTILES) {
      for (int n = 1; n <= 400; n++) {
        double[] below = binomial(n, percentile / 100);
        Ranks ranks = Ranks.of(n, percentile, 1);
        String what = "p" + percentile + " of " + n;
        assertThat(sum(below, 0, ranks.lower())).as(what).isLessThanOrEqualTo(Interval.RISK);
        assertThat(sum(below, 0, ranks.lower() + 1)).as(what).isGreaterThan(Interval.RISK);
        if (ranks.hasUpper()) {
          assertThat(sum(below, ranks.upper(), n + 1L)).as(what).isLessThanOrEqualTo(Interval.RISK);
        }
        assertThat(sum(below, ranks.upper() - 1, n + 1L)).as(what).isGreaterThan(Interval.RISK);
      }
    }
  }

  @Test
  void aP95HasAnUpperBoundFrom59SamplesOnAndAP99From299On() {
    assertThat(Ranks.of(58, 95, 1).hasUpper()).isFalse();
    assertThat(Ranks.of(59, 95, 1)).isEqualTo(new Ranks(53, 59, 59));
    assertThat(Ranks.of(298, 99, 1).hasUpper()).isFalse();
    assertThat(Ranks.of(299, 99, 1).upper()).isEqualTo(299);
  }

  @Test
  void dependentSamplesHaveTheBoundsOfFewerIndependentOnes() {
    Ranks few = Ranks.of(1_000, 95, 1);
    Ranks many = Ranks.of(10_000, 95, 10);
    assertThat(many.lower() / 10_000.0).isCloseTo(few.lower() / 1_000.0, within(0.001));
    assertThat(many.upper() / 10_000.0).isCloseTo(few.upper() / 1_000.0, within(0.001));
    assertThat(Ranks.of(580, 95, 10).hasUpper()).isFalse();
    assertThat(Ranks.of(3, 50, 1e9)).isEqualTo(new Ranks(0, 4, 3));
  }

  @Test
  void ranksStayExactForAHundredMillionSamples() {
    Ranks ranks = Ranks.of(100_000_000, 95, 1);
    // The normal approximation: 95,000,000 plus or minus 1.645 sqrt(n p (1 - p)).
    assertThat((double) ranks.lower()).isCloseTo(95_000_000 - 3_585, within(3.0));
    assertThat((double) ranks.upper()).isCloseTo(95_000_000 + 3_585, within(3.0));
  }

  @Test
  void whatIsNoSampleIsRefused() {
    assertThatThrownBy(() -> Ranks.of(0, 95, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ranks.of(1, 100, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ranks.of(1, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ranks.of(1, 95, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double sum(double[] probabilities, long from, long to) {
    double sum = 0;
    for (long i = Math.max(0, from); i < Math.min(to, probabilities.length); i++) {
      sum += probabilities[(int) i];
    }
    return sum;
  }

  /** Pascal's triangle, row by row. */
  private static double[] binomial(int n, double p) {
    double[] row = {1};
    for (int i = 1; i <= n; i++) {
      double[] next = new double[i + 1];
      for (int k = 0; k < row.length; k++) {
        next[k] += row[k] * (1 - p);
        next[k + 1] += row[k] * p;
      }
      row = next;
    }
    return row;
  }
}
