package com.openshow.loadtest.slo.measure;

import java.util.Arrays;

/**
 * Writes the counts of ascending indices. A count after one of the index just below is one number,
 * {@code 2 count}; any other is two, {@code 2 gap + 1} and the count. Numbers are written in
 * LEB128: seven bits a byte, the lowest first, and a set eighth where more follow.
 */
final class SparseWriter {
  private static final int LONGEST = 20;

  private byte[] bytes;
  private int length;
  private long lastWritten = -1;
  private long index = -1;
  private long count;

  /**
   * A writer of nothing.
   *
   * @param size about how many bytes there will be
   */
  SparseWriter(int size) {
    bytes = new byte[size + LONGEST];
  }

  /**
   * Adds to the count of an index.
   *
   * @param next at least that of the last call
   * @param more more than 0
   */
  void add(long next, long more) {
    if (next != index) {
      flush();
      index = next;
      count = 0;
    }
    count += more;
  }

  private void flush() {
    if (count == 0) {
      return;
    }
    if (length + LONGEST > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    long gap = index - lastWritten - 1;
    if (gap == 0) {
      number(count << 1);
    } else {
      number((gap << 1) | 1);
      number(count);
    }
    lastWritten = index;
  }

  private void number(long number) {
    long rest = number;
    while (rest >= 0x80) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** All that was written. */
  byte[] end() {
    flush();
    count = 0;
    return Arrays.copyOf(bytes, length);
  }
}
