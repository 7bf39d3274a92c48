package com.openshow.loadtest.metrics.series;

import java.util.Arrays;

/** Writes bits one after the other, the highest first. */
final class BitWriter {
  private byte[] bytes = new byte[32];
  private int length;

  /**
   * Writes the lowest bits of a value.
   *
   * @param count 0 to 64
   */
  void write(long value, int count) {
    int end = length + count;
    if (end > bytes.length * 8) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 3 / 2, (end + 7) / 8));
    }
    int left = count;
    while (left > 0) {
      int free = 8 - (length & 7);
      int taken = Math.min(free, left);
      long part = (value >>> (left - taken)) & ((1L << taken) - 1);
      bytes[length >>> 3] |= (byte) (part << (free - taken));
      length += taken;
      left -= taken;
    }
  }

  /** A copy of what was written, to the last byte begun. */
  byte[] toBytes() {
    return Arrays.copyOf(bytes, (length + 7) / 8);
  }

  /** How much memory is held. */
  int capacity() {
    return bytes.length;
  }
}
