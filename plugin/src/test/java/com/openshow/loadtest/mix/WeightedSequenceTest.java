package com.openshow.loadtest.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WeightedSequenceTest {
  private static final Map<String, WeightedSequence> ORDERS = new ConcurrentHashMap<>();
  private static final long SEED = 85;
  private static final double ROUNDING = 1e-6;
  private static final int DRAWS_PER_THREAD = 20_000;

  static Stream<double[]> weights() {
    Random random = new Random(SEED);
    return Stream.of(
        new double[] {50, 50},
        new double[] {60, 40},
        new double[] {70, 30},
        new double[] {1, 999},
        new double[] {0.1, 0.2},
        new double[] {Math.PI, Math.E},
        new double[] {1, 1, 1},
        new double[] {1, 2, 4},
        new double[] {50, 30, 20},
        new double[] {5, 3, 1},
        new double[] {1, 1, 998},
        random.doubles(3).toArray(),
        new double[] {40, 30, 20, 10},
        new double[] {1, 1, 1, 1},
        new double[] {1, 1, 1, 1, 1},
        random.ints(7, 1, 50).asDoubleStream().toArray(),
        random.ints(50, 1, 200).asDoubleStream().toArray(),
        DoubleStream.generate(() -> 1).limit(200).toArray(),
        random.ints(200, 1, 200).asDoubleStream().toArray(),
        DoubleStream.concat(DoubleStream.of(1e9), DoubleStream.generate(() -> 1).limit(199))
            .toArray());
  }

  @Test
  void twoHundredRandomMixesKeepTheirSharesInEveryWindow() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      int branches = 2 + random.nextInt(6);
      everyWindowKeepsItsShareUpToTheSlackAndAThousandthOfItsLength(
          random.ints(branches, 1, 100).asDoubleStream().toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void everyWindowKeepsItsShareUpToTheSlackAndAThousandthOfItsLength(double[] weights) {
    WeightedSequence sequence = order(weights);
    double sum = Arrays.stream(weights).sum();
    assertThat(sequence.slack()).isBetween(1.0, 2 - 1.0 / (weights.length - 1) + ROUNDING);
    int draws = 2 * sequence.length();
    for (int i = 0; i < weights.length; i++) {
      // The worst of all windows, of every length up to two cycles: the excess of a window is the
      // difference of two prefixes, so the least prefix so far tells.
      double share = weights[i] / sum;
      double over = 0;
      double leastOver = 0;
      double under = 0;
      double leastUnder = 0;
      double worst = 0;
      for (int n = 0; n < draws; n++) {
        double excess = (sequence.branch(n) == i ? 1 : 0) - share;
        over += excess - 0.001;
        under += -excess - 0.001;
        worst = Math.max(worst, Math.max(over - leastOver, under - leastUnder));
        leastOver = Math.min(leastOver, over);
        leastUnder = Math.min(leastUnder, under);
      }
      assertThat(worst)
          .as("seed %d, %s branch %d", SEED, Arrays.toString(weights), i)
          .isLessThanOrEqualTo(sequence.slack() + ROUNDING);
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void everyWindowUpToFiveThousandCountedOneByOne(double[] weights) {
    WeightedSequence sequence = order(weights);
    double sum = Arrays.stream(weights).sum();
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      int start = random.nextInt(10_000_000);
      long[] counts = new long[weights.length];
      for (int n = 1; n <= 5_000; n++) {
        int drawn = sequence.branch(start + n - 1L);
        counts[drawn]++;
        double most = sequence.slack() + n / 1000.0 + ROUNDING;
        int any = n % weights.length;
        if (Math.abs(counts[drawn] - n * weights[drawn] / sum) > most
            || Math.abs(counts[any] - n * weights[any] / sum) > most) {
          throw new AssertionError("seed " + SEED + " start " + start + " length " + n);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void longWindowsAtRandomKeepTheirShare(double[] weights) {
    WeightedSequence sequence = order(weights);
    double sum = Arrays.stream(weights).sum();
    Random random = new Random(SEED);
    for (int round = 0; round < 3; round++) {
      int start = random.nextInt(1_000_000_000);
      int length = 5_000 + random.nextInt(995_001);
      long[] counts = new long[weights.length];
      for (int n = 0; n < length; n++) {
        counts[sequence.branch((long) start + n)]++;
      }
      for (int i = 0; i < weights.length; i++) {
        assertThat((double) counts[i])
            .as("seed %d start %d length %d branch %d", SEED, start, length, i)
            .isCloseTo(
                length * weights[i] / sum, within(sequence.slack() + length / 1000.0 + ROUNDING));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void aWholeCycleIsExact(double[] weights) {
    WeightedSequence sequence = order(weights);
    long[] counts = new long[weights.length];
    for (int n = 0; n < sequence.length(); n++) {
      counts[sequence.branch(n)]++;
    }
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      // Weights that make no small whole numbers are rounded to 2^-20, at least 1 each.
      assertThat((double) counts[i] / sequence.length())
          .isCloseTo(weights[i] / sum, within(weights.length / (double) (1 << 20)));
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void threadsInStrictTurnEachGetTheShares(double[] weights) {
    WeightedSequence sequence = order(weights);
    for (int threads = 1; threads <= 64; threads++) {
      int[][] counts = new int[threads][weights.length];
      for (int n = 0; n < DRAWS_PER_THREAD * threads; n++) {
        counts[n % threads][sequence.branch(n)]++;
      }
      assertSharesOfEach(weights, counts, threads + " threads");
    }
  }

  @ParameterizedTest
  @MethodSource("weights")
  void threadsInAnyOrderEachGetTheShares(double[] weights) {
    WeightedSequence sequence = order(weights);
    Random random = new Random(SEED);
    for (int threads : new int[] {2, 3, 4, 5, 10, 16, 33, 64}) {
      int[][] counts = new int[threads][weights.length];
      int[] drawn = new int[threads];
      int unfinished = threads;
      for (long n = 0; unfinished > 0; n++) {
        int thread = random.nextInt(threads);
        int branch = sequence.branch(n);
        if (drawn[thread] < DRAWS_PER_THREAD) {
          counts[thread][branch]++;
          drawn[thread]++;
          unfinished -= drawn[thread] == DRAWS_PER_THREAD ? 1 : 0;
        }
      }
      assertSharesOfEach(weights, counts, "seed " + SEED + " " + threads + " threads");
    }
  }

  /** An order does not change, and takes half a second to make. */
  private static WeightedSequence order(double[] weights) {
    return ORDERS.computeIfAbsent(Arrays.toString(weights), absent -> WeightedSequence.of(weights));
  }

  private static void assertSharesOfEach(double[] weights, int[][] counts, String what) {
    double sum = Arrays.stream(weights).sum();
    for (int thread = 0; thread < counts.length; thread++) {
      for (int i = 0; i < weights.length; i++) {
        double share = counts[thread][i] / (double) DRAWS_PER_THREAD;
        if (Math.abs(share - weights[i] / sum) > 0.03) {
          throw new AssertionError(
              String.format(
                  "%s of %s: thread %d has a share of %.3f of branch %d",
                  what, Arrays.toString(weights), thread, share, i));
        }
      }
    }
  }
}
