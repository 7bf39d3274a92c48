package com.openshow.loadtest.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * For most weights no order at all keeps every window within 1 plus a thousandth of its length of
 * each share: every attempt ends after a few draws. All attempts are made, in whole numbers.
 */
final class NoOrderWithinOneTest {
  private static final int LIMIT = 50;

  @ParameterizedTest
  @CsvSource({"5:4:2, 1000", "7:4:2, 1000", "8:4:3, 1000", "5:4:2, 1050", "7:4:2, 1050"})
  void everyOrderHasAWindowThatIsFurtherOff(String mix, int thousandths) {
    int[] weights = IntStream.of(ints(mix)).toArray();
    assertThat(longest(weights, thousandths, new int[LIMIT], 0)).isLessThan(20);
  }

  /** That the search can succeed: these two have one. */
  @ParameterizedTest
  @CsvSource({"5:3:2, 1000", "5:4:2, 1100"})
  void forOthersThereIsOne(String mix, int thousandths) {
    assertThat(longest(ints(mix), thousandths, new int[LIMIT], 0)).isEqualTo(LIMIT);
  }

  private static int[] ints(String mix) {
    return java.util.Arrays.stream(mix.split(":", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** How many draws the longest order has whose windows are all within the bound. */
  private static int longest(int[] weights, int thousandths, int[] order, int length) {
    int longest = length;
    for (int branch = 0; branch < weights.length && longest < order.length; branch++) {
      order[length] = branch;
      if (isWithin(weights, thousandths, order, length + 1)) {
        longest = Math.max(longest, longest(weights, thousandths, order, length + 1));
      }
    }
    return longest;
  }

  /**
   * Whether all windows that end with the last draw are: |count - n w / sum| <= t/1000 + n/1000.
   */
  private static boolean isWithin(int[] weights, int thousandths, int[] order, int length) {
    long sum = IntStream.of(weights).sum();
    long[] counts = new long[weights.length];
    for (int n = 1; n <= length; n++) {
      counts[order[length - n]]++;
      for (int i = 0; i < weights.length; i++) {
        long off = Math.abs(counts[i] * sum - (long) n * weights[i]);
        if (1000 * off > (thousandths + n) * sum) {
          return false;
        }
      }
    }
    return true;
  }
}
