package com.openshow.loadtest.data;

import java.math.BigInteger;

/**
 * Digits of the 48-bit milliseconds since 1970 of UUIDv7 and ULID; the same in all values of a
 * repeat.
 *
 * @param shift by how many bits the number is shifted to the right
 */
record TimeDigits(Radix radix, int width, int shift) implements Part {
  private static final long MASK = (1L << 48) - 1;

  @Override
  public int length(UniqueData run) {
    return width;
  }

  @Override
  public Cell open(UniqueData run, byte[] text, int at) {
    byte[] zero = radix.write(BigInteger.ZERO, width);
    if (run.settings().isRepeat()) {
      radix.add(zero, UniqueData.EPOCH.toEpochMilli() >> shift, text, at);
      return Cell.FIXED;
    }
    return new Cell() {
      private long written = Long.MIN_VALUE;

      @Override
      public void renew(long millis) {
        if (millis != written) {
          written = millis;
          radix.add(zero, (millis & MASK) >> shift, text, at);
        }
      }
    };
  }
}
