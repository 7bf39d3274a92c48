package com.openshow.loadtest.mix;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals out branches by weight to any number of threads: one order for all of them, so the shares
 * hold over the whole thread group even when each thread makes a single iteration. A draw is
 * lock-free; only the first ones of a test wait until one thread has worked the order out.
 */
public final class WeightedMix {
  private final AtomicReference<@Nullable CompletableFuture<WeightedSequence>> sequence =
      new AtomicReference<>();
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
    CompletableFuture<WeightedSequence> order = sequence.get();
    if (order == null) {
      order = begin(weights);
    }
    try {
      return order.join().branch(draws.getAndIncrement());
    } catch (CompletionException e) {
      throw new IllegalArgumentException(cause(e).getMessage(), e);
    }
  }

  private CompletableFuture<WeightedSequence> begin(Supplier<double[]> weights) {
    CompletableFuture<WeightedSequence> mine = new CompletableFuture<>();
    CompletableFuture<WeightedSequence> first =
        sequence.updateAndGet(known -> known == null ? mine : known);
    if (first == mine) {
      try {
        mine.complete(WeightedSequence.of(weights.get()));
      } catch (RuntimeException | Error e) {
        mine.completeExceptionally(e);
      }
    }
    return first;
  }

  private static Throwable cause(CompletionException e) {
    Throwable cause = e.getCause();
    return cause == null ? e : cause;
  }
}
