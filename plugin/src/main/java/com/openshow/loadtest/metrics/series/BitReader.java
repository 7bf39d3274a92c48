package com.openshow.loadtest.metrics.series;

/** Reads what {@link BitWriter} wrote. */
final class BitReader {
  private final byte[] bytes;
  private int position;

  BitReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** One bit. */
  boolean next() {
    boolean set = (bytes[position >>> 3] & (0x80 >>> (position & 7))) != 0;
    position++;
    return set;
  }

  /**
   * The next bits, as the lowest of a value.
   *
   * @param count 0 to 64
   */
  long next(int count) {
    long value = 0;
    int left = count;
    while (left > 0) {
      int there = 8 - (position & 7);
      int taken = Math.min(there, left);
      int part = ((bytes[position >>> 3] & 0xff) >>> (there - taken)) & ((1 << taken) - 1);
      value = (value << taken) | part;
      position += taken;
      left -= taken;
    }
    return value;
  }

  /** The next bits, of which the first is a sign. */
  long nextSigned(int count) {
    int shift = 64 - count;
    return (next(count) << shift) >> shift;
  }
}
