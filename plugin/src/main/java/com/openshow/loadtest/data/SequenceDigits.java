package com.openshow.loadtest.data;

import java.math.BigInteger;

/**
 * Decimal digits that count from the run's first number on, each injector its own numbers.
 *
 * @param sequence whose numbers they are
 * @param width 1 to 18
 */
record SequenceDigits(String sequence, int width) implements Part {
  /** What the longest may be, so that its numbers are those of a {@code long}. */
  static final int WIDEST = 18;

  @Override
  public int length(UniqueData run) {
    return width;
  }

  @Override
  public Cell open(UniqueData run, byte[] text, int at) {
    UniqueSettings.Injector injector = run.injector(sequence);
    long step = injector.count();
    long start = run.settings().first() + injector.number() - 1;
    long room = Radix.DECIMAL.capacity(width) - start;
    long capacity = room <= 0 ? 0 : (room + step - 1) / step;
    return new CountingCell(
        text,
        at,
        Radix.DECIMAL,
        Radix.DECIMAL.write(BigInteger.valueOf(start), width),
        step,
        capacity,
        run.settings().isRepeat() ? 1 : largestBlock(capacity),
        run.sequence(sequence),
        () ->
            "\""
                + sequence
                + "\" has given out all "
                + capacity
                + " numbers of this injector; write more digits than {seq:"
                + width
                + "}, or {id:13}");
  }

  /**
   * Where numbers are few, little of them is left over in the blocks of threads that are done; and
   * the numbers of a repeat are the first ones, whichever threads take them.
   */
  private static int largestBlock(long capacity) {
    return (int) Math.max(1, Math.min(Series.LARGEST, capacity >> 14));
  }
}
