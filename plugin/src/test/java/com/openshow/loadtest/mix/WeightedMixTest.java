package com.openshow.loadtest.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

final class WeightedMixTest {
  private static final long SEED = 85;

  @Test
  void twoBranchesNeverLeaveTheirShareByMoreThanOneInAnyWindow() {
    for (double[] weights : new double[][] {{60, 40}, {70, 30}, {30, 70}, {1, 999}, {50, 50}}) {
      WeightedSequence sequence = WeightedSequence.of(weights);
      double share = weights[0] / (weights[0] + weights[1]);
      double least = 0;
      double greatest = 0;
      long count = 0;
      for (int n = 1; n <= 10_000; n++) {
        count += sequence.branch(n - 1L) == 0 ? 1 : 0;
        least = Math.min(least, count - n * share);
        greatest = Math.max(greatest, count - n * share);
      }
      // A window is the difference of two prefixes.
      assertThat(greatest - least).as(Arrays.toString(weights)).isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @Test
  void anyNumberOfBranchesKeepsTijdemansBoundAtEveryPrefix() {
    Random random = new Random(SEED);
    for (int round = 0; round < 60; round++) {
      double[] weights = random.ints(2 + random.nextInt(40), 1, 200).asDoubleStream().toArray();
      double sum = Arrays.stream(weights).sum();
      double bound = 1 - 1.0 / (2 * weights.length - 2) + 1e-9;
      WeightedSequence sequence = WeightedSequence.of(weights);
      long[] counts = new long[weights.length];
      for (int n = 1; n <= 12_000; n++) {
        counts[sequence.branch(n - 1L)]++;
        for (int i = 0; i < weights.length; i++) {
          assertThat(Math.abs(counts[i] - n * weights[i] / sum))
              .as("seed %d round %d n %d branch %d", SEED, round, n, i)
              .isLessThanOrEqualTo(bound);
        }
      }
    }
  }

  @Test
  void theSharesHoldOverAllThreadsTogether() throws Exception {
    WeightedMix mix = new WeightedMix();
    AtomicLongArray counts = new AtomicLongArray(2);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 1_250; i++) {
                  counts.incrementAndGet(mix.draw(() -> new double[] {60, 40}));
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(counts.get(0)).isEqualTo(6_000);
    assertThat(counts.get(1)).isEqualTo(4_000);
  }

  @Test
  void fractionsAndOddProportionsAreExactOverACycle() {
    assertThat(WholeWeights.of(new double[] {0.1, 0.2}, 100)).containsExactly(1, 2);
    assertThat(WholeWeights.of(new double[] {60, 40}, 100)).containsExactly(3, 2);
    assertThat(WholeWeights.of(new double[] {1e9, 0, 1}, 1000)).containsExactly(999, 0, 1);
    int[] shares = WholeWeights.of(new double[] {Math.PI, Math.E, Math.sqrt(2)}, 65_536);
    assertThat(Arrays.stream(shares).sum()).isEqualTo(65_536);
    assertThat(shares[0] / 65_536.0)
        .isCloseTo(Math.PI / (Math.PI + Math.E + Math.sqrt(2)), within(1e-4));
  }

  @Test
  void aBranchOfWeightZeroNeverRuns() {
    WeightedSequence sequence = WeightedSequence.of(0, 1, 0);
    for (int n = 0; n < 10; n++) {
      assertThat(sequence.branch(n)).isEqualTo(1);
    }
  }

  @Test
  void weightsThatMeanNothingAreRefused() {
    assertThatThrownBy(() -> WeightedSequence.of(1, -1))
        .hasMessage("weight must be a number of at least 0, but was -1.0");
    assertThatThrownBy(() -> WeightedSequence.of(Double.NaN))
        .hasMessage("weight must be a number of at least 0, but was NaN");
    assertThatThrownBy(() -> WeightedSequence.of(0, 0))
        .hasMessage("at least one weight must be greater than 0");
  }
}
