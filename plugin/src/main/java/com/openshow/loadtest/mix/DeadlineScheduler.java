package com.openshow.loadtest.mix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Orders the draws of a cycle so that no branch's count is ever further than a given deviation from
 * its due number.
 *
 * <p>That leaves each draw of a branch a first and a last place. Taking the draw with the earliest
 * last place among those that may come already, and any one of them at a tie, finds an order
 * whenever there is one (G. Steiner, S. Yeomans, "Level schedules for mixed-model, just-in-time
 * processes", Management Science 39 (1993)). Ties are broken at random from a fixed seed.
 */
final class DeadlineScheduler {
  private static final double ROUNDING = 1e-9;
  private static final long SEED = 0x6c6f6164746573L;

  private final DriftingShares shares;
  private final int[] inCycle;
  private final double deviation;
  private final Random ties = new Random(SEED);
  private final DriftingShares.Cursor[] releases;
  private final DriftingShares.Cursor[] deadlines;
  private final int[] counts;
  // Lists of branches by the place from which their next draw may come.
  private final int[] firstReleased;
  private final int[] nextReleased;

  private DeadlineScheduler(DriftingShares shares, int[] inCycle, double deviation) {
    this.shares = shares;
    this.inCycle = inCycle;
    int branches = inCycle.length;
    this.deviation = deviation;
    releases = new DriftingShares.Cursor[branches];
    deadlines = new DriftingShares.Cursor[branches];
    Arrays.setAll(releases, shares::cursor);
    Arrays.setAll(deadlines, shares::cursor);
    counts = new int[branches];
    firstReleased = new int[shares.length() + 1];
    Arrays.fill(firstReleased, -1);
    nextReleased = new int[branches];
  }

  /** The order of the branches, or empty when this deviation cannot be kept. */
  static Optional<short[]> order(DriftingShares shares, int[] inCycle, double deviation) {
    return new DeadlineScheduler(shares, inCycle, deviation).order();
  }

  private Optional<short[]> order() {
    short[] order = new short[shares.length()];
    PriorityQueue<Draw> ready =
        new PriorityQueue<>(Comparator.comparingInt(Draw::deadline).thenComparingInt(Draw::tie));
    for (int i = 0; i < inCycle.length; i++) {
      release(i, 1);
    }
    for (int place = 1; place <= order.length; place++) {
      for (int i = firstReleased[place]; i >= 0; i = nextReleased[i]) {
        int deadline = deadlines[i].firstAtLeast(counts[i] + deviation + ROUNDING);
        ready.add(new Draw(i, Math.min(deadline, order.length), ties.nextInt()));
      }
      Draw draw = ready.poll();
      if (draw == null || draw.deadline() < place) {
        return Optional.empty();
      }
      order[place - 1] = (short) draw.branch();
      counts[draw.branch()]++;
      release(draw.branch(), place + 1);
    }
    return Optional.of(order);
  }

  private void release(int branch, int earliest) {
    if (counts[branch] == inCycle[branch]) {
      return;
    }
    int place = releases[branch].firstAtLeast(counts[branch] + 1 - deviation - ROUNDING);
    place = Math.max(place, earliest);
    if (place < firstReleased.length) {
      nextReleased[branch] = firstReleased[place];
      firstReleased[place] = branch;
    }
  }

  private record Draw(int branch, int deadline, int tie) {}
}
