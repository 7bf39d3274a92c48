package com.openshow.loadtest.data;

import java.math.BigInteger;

/**
 * Digits by which a value is told from all others of the lane. They begin at a place of the lane's
 * own, or at 0 where digits before them tell the lane.
 *
 * @param purpose what the place belongs to
 * @param width at least 2
 */
record IdDigits(String purpose, Radix radix, int width, boolean fromZero) implements Part {
  @Override
  public int length(UniqueData run) {
    return width;
  }

  @Override
  public Cell open(UniqueData run, byte[] text, int at) {
    Lane lane = run.lane();
    byte[] start =
        fromZero ? radix.write(BigInteger.ZERO, width) : lane.digits(purpose, radix, width);
    long capacity = radix.capacity(fromZero ? width : width - 1);
    return new CountingCell(
        text,
        at,
        radix,
        start,
        1,
        capacity,
        Series.LARGEST,
        lane.series(),
        () -> "all " + capacity + " numbers of one JVM are used; start it again");
  }
}
