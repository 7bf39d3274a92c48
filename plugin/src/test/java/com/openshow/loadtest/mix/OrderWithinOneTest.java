package com.openshow.loadtest.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How near to the shares an order could come, apart from threads: for these weights one never
 * leaves 1 plus a thousandth of a window's length, for ever. Whole numbers throughout.
 */
final class OrderWithinOneTest {
  private static final int DRIFT = 1_000;
  private static final int LONGEST = 10_000;

  static int[][] weights() {
    return new int[][] {
      {1, 1, 1},
      {3, 2, 1},
      {5, 3, 2},
      {4, 3, 2, 1},
      {5, 3, 1},
      {2, 2, 1},
      {1, 1, 2},
      {6, 3, 1},
      {5, 2, 2, 1},
      {1, 1, 998}
    };
  }

  @ParameterizedTest
  @MethodSource("weights")
  void anOrderThatComesBackToWhereItWasNeverLeavesOne(int[] weights) {
    Map<String, Integer> seen = new HashMap<>();
    // By branch, in thousandths of a draw times the sum: by how much the worst window that ends
    // here is above its share, and below it, less a thousandth of its length. Only they decide
    // what may follow.
    long[][] worst = new long[weights.length][2];
    long bound = (long) DRIFT * IntStream.of(weights).sum();
    for (int n = 0; n < LONGEST; n++) {
      if (seen.putIfAbsent(Arrays.deepToString(worst), n) != null) {
        return;
      }
      worst = step(worst, weights);
      assertThat(Arrays.stream(worst).flatMapToLong(Arrays::stream).max().orElse(0))
          .as("%s after %d draws", Arrays.toString(weights), n + 1)
          .isLessThanOrEqualTo(bound);
    }
    throw new AssertionError(Arrays.toString(weights) + " does not come back");
  }

  /** The draw after which the windows are furthest from the bound. */
  private static long[][] step(long[][] worst, int[] weights) {
    long[][] best = after(worst, weights, 0);
    for (int branch = 1; branch < weights.length; branch++) {
      long[][] other = after(worst, weights, branch);
      if (strain(other, weights) < strain(best, weights)) {
        best = other;
      }
    }
    return best;
  }

  private static long[][] after(long[][] worst, int[] weights, int branch) {
    long sum = IntStream.of(weights).sum();
    long[][] next = new long[weights.length][2];
    for (int i = 0; i < weights.length; i++) {
      long excess = DRIFT * ((i == branch ? sum : 0) - weights[i]);
      next[i][0] = Math.max(0, worst[i][0] + excess - sum);
      next[i][1] = Math.max(0, worst[i][1] - excess - sum);
    }
    return next;
  }

  private static double strain(long[][] worst, int[] weights) {
    double bound = (double) DRIFT * IntStream.of(weights).sum();
    double strain = 0;
    for (long[] branch : worst) {
      for (long window : branch) {
        strain += window > bound ? 1e9 : Math.pow(window / bound, 8);
      }
    }
    return strain;
  }
}
