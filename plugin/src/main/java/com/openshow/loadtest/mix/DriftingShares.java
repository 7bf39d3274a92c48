package com.openshow.loadtest.mix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How many draws each branch is due after so many draws of a cycle: its share of them, plus a phase
 * that drifts.
 *
 * <p>The phases are what keeps threads from locking in. Were they fixed, then with shares that are
 * multiples of {@code 1/q} the draws {@code n} and {@code n + q} would go to the same branch, and
 * of {@code q} threads in strict turn each would see one branch only. Here each phase sweeps whole
 * turns, some branches ahead while others fall behind by as much, and back again, each time from a
 * place a little further on; so each thread sees every part of the order for about equally long. In
 * the second half of the cycle the phases go back the way they came.
 *
 * <p>Pairs, directions and lengths are random from a fixed seed, chosen from three for how evenly
 * threads fared. No phase moves by more than {@link #STEEPEST} in a draw, and no due number ever
 * falls.
 */
final class DriftingShares {
  /** The most by which a phase changes in one draw. */
  static final double STEEPEST = 1.0 / 1300;

  private static final int SHORTEST_STEP = 64;
  private static final double MOST_EXTRA_LENGTH = 0.1;
  private static final double FURTHER_ON = 0.3;
  private static final long SEED = 1;

  private final int length;
  private final double[] shares;
  // How far each phase may move in 1/STEEPEST draws without its due number falling.
  private final double[] reach;
  // Where each step begins, and the phases there.
  private final int[] starts;
  private final double[][] phases;
  private int steps;

  private DriftingShares(int[] weights, int repetitions) {
    long sum = Arrays.stream(weights).asLongStream().sum();
    length = Math.toIntExact(sum * repetitions);
    shares = Arrays.stream(weights).mapToDouble(weight -> weight / (double) sum).toArray();
    reach = Arrays.stream(shares).map(share -> Math.min(1, share / STEEPEST)).toArray();
    starts = new int[length / SHORTEST_STEP + 3];
    phases = new double[starts.length][];
  }

  /**
   * The due numbers of a cycle, drifting.
   *
   * @param weights at least one, all positive
   * @param repetitions the cycle's length is the sum of the weights times this
   */
  static DriftingShares drifting(int[] weights, int repetitions) {
    DriftingShares shares = new DriftingShares(weights, repetitions);
    shares.drift(new Random(SEED));
    shares.goBack();
    return shares;
  }

  /** The same with every phase 0 all along. */
  static DriftingShares still(int[] weights, int repetitions) {
    DriftingShares shares = new DriftingShares(weights, repetitions);
    shares.phases[0] = new double[weights.length];
    shares.goBack();
    return shares;
  }

  /** The number of draws in a cycle. */
  int length() {
    return length;
  }

  /** Due numbers after ever more draws. */
  Clock clock() {
    return new Clock();
  }

  /** A view of one branch, to be asked for ever greater numbers. */
  Cursor cursor(int branch) {
    return new Cursor(branch);
  }

  private void drift(Random random) {
    phases[0] = spread(random);
    double[] on = further(random);
    while (true) {
      double[] sweep = shares.length == 1 ? on : sweep(random);
      double[] back = Arrays.stream(sweep).map(turns -> -turns).toArray();
      for (double[] move : new double[][] {sweep, back, on}) {
        int end = starts[steps] + stepLength(move, random);
        if (end > length / 2) {
          return;
        }
        double[] from = phases[steps];
        steps++;
        starts[steps] = end;
        phases[steps] = from.clone();
        Arrays.setAll(phases[steps], i -> from[i] + move[i]);
      }
    }
  }

  private void goBack() {
    for (int there = steps; there >= 0; there--) {
      if (length - starts[there] > starts[steps]) {
        steps++;
        starts[steps] = length - starts[there];
        phases[steps] = phases[there];
      }
    }
  }

  private static int stepLength(double[] move, Random random) {
    double furthest = Arrays.stream(move).map(Math::abs).max().orElse(0);
    double shortest = Math.max(SHORTEST_STEP, Math.ceil(furthest / STEEPEST));
    return (int) (shortest * (1 + MOST_EXTRA_LENGTH * random.nextDouble()));
  }

  /** Phases evenly over (-1/2, 1/2), in random order. */
  private double[] spread(Random random) {
    int[] order = order(random, i -> 0);
    return Arrays.stream(order).mapToDouble(p -> (p + 0.5) / order.length - 0.5).toArray();
  }

  /** Small moves in no simple proportion to each other, which add up to 0. */
  private double[] further(Random random) {
    // A step is at least SHORTEST_STEP draws; the smallest shares move by less than they grow.
    double[] move =
        Arrays.stream(shares)
            .map(share -> Math.min(FURTHER_ON, 0.7 * SHORTEST_STEP * share))
            .map(most -> most * (2 * random.nextDouble() - 1))
            .toArray();
    double sum = Arrays.stream(move).sum();
    Arrays.setAll(move, i -> move[i] - shares[i] * sum);
    return move;
  }

  /**
   * Whole turns for all branches, which add up to 0: one against one, and two against one and one
   * when the number is odd. Less than a turn for very small shares.
   */
  private double[] sweep(Random random) {
    double[] sweep = new double[shares.length];
    int[] order = order(random, i -> reach[i]);
    int paired = order.length % 2 == 0 ? order.length : order.length - 3;
    for (int p = 0; p < paired; p += 2) {
      // The smaller reach of the two.
      double turn = random.nextBoolean() ? reach[order[p]] : -reach[order[p]];
      sweep[order[p]] = turn;
      sweep[order[p + 1]] = -turn;
    }
    if (paired < order.length) {
      double turn = random.nextBoolean() ? reach[order[paired]] : -reach[order[paired]];
      int twice = paired + random.nextInt(3);
      for (int p = paired; p < order.length; p++) {
        sweep[order[p]] = p == twice ? 2 * turn : -turn;
      }
    }
    return sweep;
  }

  /** The branches in random order, those with the smallest key first. */
  private int[] order(Random random, IntToDoubleFunction key) {
    double[] lot = random.doubles(shares.length).toArray();
    return IntStream.range(0, shares.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> key.applyAsDouble(i))
                .thenComparingDouble(i -> lot[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Walks through a cycle. */
  final class Clock {
    private int step;
    private double part;
    private int draws;

    private Clock() {}

    /** Sets the number of draws: no fewer than before, and at most a cycle's. */
    void advance(int newDraws) {
      draws = newDraws;
      while (starts[step + 1] < draws) {
        step++;
      }
      part = (draws - starts[step]) / (double) (starts[step + 1] - starts[step]);
    }

    /** The number of draws that a branch is due by now. */
    double due(int branch) {
      double from = phases[step][branch];
      return draws * shares[branch] + from + part * (phases[step + 1][branch] - from);
    }
  }

  /** Finds when a branch is due its next draws. */
  final class Cursor {
    private final int branch;
    private int step;

    private Cursor(int branch) {
      this.branch = branch;
    }

    /** The first draw, counted from 1, after which at least this many draws are due. */
    int firstAtLeast(double number) {
      while (step < steps - 1 && due(step + 1) < number) {
        step++;
      }
      double from = due(step);
      double to = due(step + 1);
      if (to < number) {
        return length + 1;
      }
      double ahead = number <= from ? 0 : (number - from) / (to - from);
      int start = starts[step];
      return Math.max(1, (int) Math.ceil(start + ahead * (starts[step + 1] - start)));
    }

    private double due(int boundary) {
      return starts[boundary] * shares[branch] + phases[boundary][branch];
    }
  }
}
