package com.openshow.loadtest.mix;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals out branches by weight to any number of threads: one order for all of them, so the shares
 * hold over the whole thread group even when each thread makes a single iteration. Lock-free.
 */
public final class WeightedMix {
  private final AtomicReference<@Nullable WeightedSequence> sequence = new AtomicReference<>();
  private final AtomicLong draws = new AtomicLong();

  /** Forgets weights and draws: a new test begins. */
  public void restart() {
    sequence.set(null);
    draws.set(0);
  }

  /**
   * The index of the branch to run next.
   *
   * @param weights the weight of each branch, at least 0; asked for at the first draw after a
   *     restart only
   * @throws IllegalArgumentException when the weights are no numbers, negative, or all 0
   */
  public int draw(Supplier<double[]> weights) {
    WeightedSequence order = sequence.get();
    if (order == null) {
      order = sequence.updateAndGet(known -> known == null ? fresh(weights) : known);
    }
    return order.branch(draws.getAndIncrement());
  }

  private static WeightedSequence fresh(Supplier<double[]> weights) {
    return WeightedSequence.of(weights.get());
  }
}
