package com.openshow.loadtest.mix;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A long cyclic order of branches in which each keeps to its share all along, not only at the end,
 * and which slowly shifts, so that threads in strict turn are not locked to a branch each.
 *
 * <p>After {@code n} draws the count of branch {@code i} is within a deviation {@code B} of {@code
 * n * share(i)} plus a slowly drifting phase ({@link DriftingShares}). So over any {@code N}
 * consecutive draws each count is within {@code 2B + N/1000} of {@code N * share(i)}, with up to
 * 200 branches; {@code B} is the smallest one, but for 1/64, for which an order exists with these
 * phases ({@link DeadlineScheduler}). With two branches {@code 2B} is 1. With {@code k >= 3}
 * branches it is more than 1 as a rule and at most {@code 2 - 1/(k - 1)}, the bound of R. Tijdeman,
 * "The chairman assignment problem", Discrete Mathematics 32 (1980). His theorem is for phases that
 * begin at 0; should the spread ones here leave no order within it, the phases stay 0, and threads
 * could lock in. After a whole cycle the counts are exact.
 *
 * <p>That threads in strict turn come near the shares is measured, not proven: over 20,000 draws
 * each, with 1 to 64 threads, within 0.03 for the weights in the tests. That is what they were
 * tuned to: about six ways to drift were tried on them, then the seed was picked as the best of
 * three on 34 mixes, 25 of them random. The two others left 3 to 5 of the 34 by more than 0.03, up
 * to 0.070, and the seed before them failed at 1:2:4 with 7 threads. Of 40 mixes that nothing was
 * picked on, at up to 13 thread counts each, one was off by more: 10:4:4 with 3 threads, by 0.036.
 * So expect 0.03 as a rule, and not for certain.
 *
 * <p>Within 1 for all weights no order can be: for 5:4:2 or 7:4:2, say, every attempt ends after at
 * most 11 draws, the {@code N/1000} included (NoOrderWithinOneTest makes all of them; within 1.05
 * likewise). For some weights there are orders within 1 for ever (OrderWithinOneTest has ten), yet
 * those of 1:2:4 and 6:3:1 end in a ring of 7 and 10 draws without a choice, in which as many
 * threads in strict turn are locked in. Without the {@code N/1000} the limits are known: orders in
 * which two windows of one length never differ by more than 1 in any count (balanced words) are, by
 * A. S. Fraenkel's conjecture, possible for {@code k >= 3} different shares in the proportions
 * {@code 1:2:4:...:2^(k-1)} only: proven for {@code k} up to 7 (R. Tijdeman, "Fraenkel's conjecture
 * for six sequences", Discrete Mathematics 222 (2000); J. Barát, P. Varjú, "Partitioning the
 * positive integers to seven Beatty sequences", Indagationes Mathematicae 14 (2003)). Likewise for
 * {@code B} below 1/2: N. Brauner, Y. Crama, "The maximum deviation just-in-time scheduling
 * problem", Discrete Applied Mathematics 134 (2004). And an order with two branches that never left
 * 1 would, but for ties, repeat with the denominator {@code q} of the shares, and {@code q} threads
 * in strict turn would be locked in; hence the drift, within the {@code N/1000}.
 */
final class WeightedSequence {
  private static final int MAX_SUM = 1 << 20;
  private static final int MIN_LENGTH = 1 << 19;
  private static final double FINENESS = 1.0 / 64;

  private final short[] order;
  private final double slack;

  private WeightedSequence(short[] order, double slack) {
    this.order = order;
    this.slack = slack;
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
    return ofWhole(WholeWeights.of(weights, MAX_SUM));
  }

  /** The branch of the draw with this number, counted from 0. */
  int branch(long draw) {
    return order[(int) Long.remainderUnsigned(draw, order.length)];
  }

  /** By how much a window may be off its share, apart from a thousandth of its length. */
  double slack() {
    return slack;
  }

  /** The number of draws after which the order repeats. */
  int length() {
    return order.length;
  }

  private static WeightedSequence ofWhole(int[] weights) {
    int[] running = IntStream.range(0, weights.length).filter(i -> weights[i] > 0).toArray();
    int[] positive = Arrays.stream(running).map(i -> weights[i]).toArray();
    int repetitions = -Math.floorDiv(-MIN_LENGTH, Arrays.stream(positive).sum());
    int[] inCycle = Arrays.stream(positive).map(weight -> weight * repetitions).toArray();
    WeightedSequence found =
        steadiest(DriftingShares.drifting(positive, repetitions), inCycle)
            .or(() -> steadiest(DriftingShares.still(positive, repetitions), inCycle))
            .orElseThrow(() -> new IllegalStateException("Tijdeman's theorem does not hold"));
    for (int n = 0; n < found.order.length; n++) {
      found.order[n] = (short) running[found.order[n]];
    }
    return found;
  }

  private static Optional<WeightedSequence> steadiest(DriftingShares shares, int[] inCycle) {
    double enough = 1 - 1.0 / Math.max(2, 2 * inCycle.length - 2);
    Optional<short[]> best = DeadlineScheduler.order(shares, inCycle, enough);
    double tooLittle = 0.5 - FINENESS;
    while (best.isPresent() && enough - tooLittle > FINENESS) {
      double deviation = (enough + tooLittle) / 2;
      Optional<short[]> order = DeadlineScheduler.order(shares, inCycle, deviation);
      if (order.isPresent()) {
        enough = deviation;
        best = order;
      } else {
        tooLittle = deviation;
      }
    }
    double deviation = enough;
    best.ifPresent(order -> SlackSwaps.apply(order, shares, inCycle.length, deviation));
    return best.map(order -> new WeightedSequence(order, 2 * deviation));
  }
}
