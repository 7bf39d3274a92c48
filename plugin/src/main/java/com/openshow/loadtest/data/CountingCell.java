package com.openshow.loadtest.data;

import java.util.function.Supplier;

/** Digits of one thread that count on with each value. */
final class CountingCell implements Part.Cell {
  // How many numbers are left has its cache lines to itself, as the text has.
  private static final int LEFT = 16;

  private final byte[] text;
  private final int at;
  private final Radix radix;
  private final byte[] start;
  private final long step;
  private final long capacity;
  private final int largestBlock;
  private final Series series;
  private final Supplier<String> whenExhausted;
  private final long[] state = new long[2 * LEFT + 1];
  private int block = 1;

  /**
   * Digits that stand at {@code at} in {@code text}, and tell {@code start + step * number}.
   *
   * @param capacity how many numbers of the series they can tell
   * @param largestBlock how many numbers the thread may take at a time
   * @param whenExhausted what to say when there are no more
   */
  CountingCell(
      byte[] text,
      int at,
      Radix radix,
      byte[] start,
      long step,
      long capacity,
      int largestBlock,
      Series series,
      Supplier<String> whenExhausted) {
    this.text = text;
    this.at = at;
    this.radix = radix;
    this.start = start;
    this.step = step;
    this.capacity = capacity;
    this.largestBlock = largestBlock;
    this.series = series;
    this.whenExhausted = whenExhausted;
  }

  @Override
  public void renew(long millis) {
    long left = state[LEFT];
    if (left == 0) {
      takeBlock();
      return;
    }
    state[LEFT] = left - 1;
    radix.increase(text, at + start.length - 1, step);
  }

  private void takeBlock() {
    long number = series.take(block);
    if (number >= capacity) {
      throw new UniqueDataException(whenExhausted.get());
    }
    state[LEFT] = Math.min(block, capacity - number) - 1;
    radix.add(start, number * step, text, at);
    if (block < largestBlock) {
      // Not at each block: what lies beside it in memory may be another thread's.
      block = Math.min(2 * block, largestBlock);
    }
  }
}
