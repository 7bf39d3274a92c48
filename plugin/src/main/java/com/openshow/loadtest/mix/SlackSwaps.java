package com.openshow.loadtest.mix;

import java.util.Random;

/**
 * Swaps neighbours in an order at random, wherever both counts stay within the deviation from their
 * due numbers. So threads in strict turn cannot even lock into the rhythm of a moment.
 */
final class SlackSwaps {
  private static final int PASSES = 6;
  private static final long SEED = 0x73776170L;

  private SlackSwaps() {}

  /** Swaps in place. */
  static void apply(short[] order, DriftingShares shares, int branches, double deviation) {
    Random random = new Random(SEED);
    for (int pass = 0; pass < PASSES; pass++) {
      int[] counts = new int[branches];
      DriftingShares.Clock clock = shares.clock();
      for (int n = 1; n < order.length; n++) {
        short here = order[n - 1];
        short next = order[n];
        clock.advance(n);
        boolean fits =
            here != next
                && clock.due(here) - counts[here] <= deviation
                && counts[next] + 1 - clock.due(next) <= deviation;
        if (fits && random.nextBoolean()) {
          order[n - 1] = next;
          order[n] = here;
        }
        counts[order[n - 1]]++;
      }
    }
  }
}
