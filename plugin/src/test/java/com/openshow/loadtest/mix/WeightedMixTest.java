package com.openshow.loadtest.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WeightedMixTest {
  @Test
  void theSharesHoldOverAllThreadsTogether() throws Exception {
    WeightedMix mix = new WeightedMix();
    AtomicLongArray counts = new AtomicLongArray(2);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                WeightedMix.Deal deal = mix.deal(() -> new double[] {60, 40});
                for (int i = 0; i < 1_250; i++) {
                  counts.incrementAndGet(deal.draw());
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    // As in one thread: no draw lost, none made twice.
    WeightedSequence alone = WeightedSequence.of(60, 40);
    long first = LongStream.range(0, 10_000).filter(n -> alone.branch(n) == 0).count();
    assertThat(counts.get(0)).isEqualTo(first).isBetween(5_989L, 6_011L);
    assertThat(counts.get(1)).isEqualTo(10_000 - first);
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
  void everyThreadLearnsOfWeightsThatMeanNothing() {
    WeightedMix mix = new WeightedMix();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> mix.deal(() -> new double[] {-1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("weight must be a number of at least 0, but was -1.0");
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
