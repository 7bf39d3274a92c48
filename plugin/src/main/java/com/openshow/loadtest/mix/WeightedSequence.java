package com.openshow.loadtest.mix;

import java.util.Arrays;

/**
 * A cyclic order of branches in which each keeps to its share all along, not only at the end.
 *
 * <p>After any number {@code n} of draws from the start, the count of branch {@code i} differs from
 * {@code n * share(i)} by at most {@code 1 - 1/(2k - 2)} with {@code k} branches (a half with two):
 * at each step, of the branches whose share has grown far enough for one more draw, the one whose
 * draw is due first is taken. This is the quota rule of R. Tijdeman, "The chairman assignment
 * problem", Discrete Mathematics 32 (1980). After a whole cycle the counts are exact.
 */
final class WeightedSequence {
  private static final int MAX_LENGTH = 1 << 16;

  private final short[] order;

  private WeightedSequence(short[] order) {
    this.order = order;
  }

  /**
   * The order for these weights, a branch each.
   *
   * @param weights at least one, each a finite number of at least 0, at least one of them positive
   */
  static WeightedSequence of(double... weights) {
    if (weights.length == 0 || weights.length > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "branches must be between 1 and " + Short.MAX_VALUE + ", but were " + weights.length);
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "weight must be a number of at least 0, but was " + weight);
      }
    }
    if (Arrays.stream(weights).max().orElse(0) == 0) {
      throw new IllegalArgumentException("at least one weight must be greater than 0");
    }
    return new WeightedSequence(order(WholeWeights.of(weights, MAX_LENGTH)));
  }

  /** The branch of the draw with this number, counted from 0. */
  int branch(long draw) {
    return order[(int) Long.remainderUnsigned(draw, order.length)];
  }

  private static short[] order(int[] weights) {
    int length = Arrays.stream(weights).sum();
    long branches = Arrays.stream(weights).filter(weight -> weight > 0).count();
    // With a single branch any positive number does.
    long slack = Math.max(1, 2 * branches - 2);
    long[] counts = new long[weights.length];
    short[] order = new short[length];
    for (int n = 1; n <= length; n++) {
      int due = earliestDue(weights, counts, n, length, slack);
      counts[due]++;
      order[n - 1] = (short) due;
    }
    return order;
  }

  private static int earliestDue(int[] weights, long[] counts, long n, long length, long slack) {
    int earliest = -1;
    double earliestDeadline = Double.POSITIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      boolean grown = slack * (n * weights[i] - counts[i] * length) >= length;
      if (weights[i] > 0 && (grown || length == weights[i])) {
        double deadline =
            ((double) counts[i] * slack + slack - 1) * length / ((double) slack * weights[i]);
        if (deadline < earliestDeadline) {
          earliestDeadline = deadline;
          earliest = i;
        }
      }
    }
    return earliest;
  }
}
