package com.openshow.loadtest.mix;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals out branches by weight to any number of threads: one order for all of them, so the shares
 * hold over the whole thread group even when each thread makes a single iteration. A draw is
 * lock-free; only the first ones of a test wait until one thread has worked the order out.
 */
public final class WeightedMix {
  private final AtomicReference<@Nullable CompletableFuture<Deal>> deal = new AtomicReference<>();

  /** Forgets weights and draws: a new test begins. Deals of the one before go on with its own. */
  public void restart() {
    deal.set(null);
  }

  /**
   * The order that the threads of this test draw from; each does well to keep it.
   *
   * @param weights the weight of each branch, at least 0; asked for at the first call after a
   *     restart only
   * @throws IllegalArgumentException when the weights are no numbers, negative, or all 0
   */
  public Deal deal(Supplier<double[]> weights) {
    CompletableFuture<Deal> known = deal.get();
    try {
      return (known == null ? begin(weights) : known).join();
    } catch (CompletionException e) {
      throw new IllegalArgumentException(cause(e).getMessage(), e);
    }
  }

  /**
   * By how much the count of a branch may be off its share over a window of draws, apart from a
   * thousandth of the window's length.
   */
  public static double slack(double... weights) {
    return WeightedSequence.of(weights).slack();
  }

  private CompletableFuture<Deal> begin(Supplier<double[]> weights) {
    CompletableFuture<Deal> mine = new CompletableFuture<>();
    CompletableFuture<Deal> first = deal.updateAndGet(known -> known == null ? mine : known);
    if (first == mine) {
      try {
        mine.complete(new Deal(WeightedSequence.of(weights.get())));
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

  /** An order, and how far the threads of a test have come in it. */
  public static final class Deal {
    // The counter has its cache line and the next ones to itself: processors fetch lines in pairs,
    // and whatever else stood there would be taken from every other thread at each draw.
    private static final int COUNTER = 16;
    private static final int PADDED = 2 * COUNTER + 1;

    private final WeightedSequence sequence;
    private final AtomicLongArray draws = new AtomicLongArray(PADDED);

    private Deal(WeightedSequence sequence) {
      this.sequence = sequence;
    }

    /** The index of the branch to run next. */
    public int draw() {
      return sequence.branch(draws.getAndIncrement(COUNTER));
    }
  }
}
