package com.openshow.loadtest.slo.measure;

/** Reads what a {@link SparseWriter} has written. */
final class SparseReader {
  private final byte[] bytes;
  private int position;
  private long index = -1;
  private long count;

  SparseReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Goes on to the next index; false after the last. */
  boolean next() {
    if (position == bytes.length) {
      return false;
    }
    long first = number();
    index++;
    if ((first & 1) == 0) {
      count = first >>> 1;
    } else {
      index += first >>> 1;
      count = number();
    }
    return true;
  }

  private long number() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[position++];
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  long index() {
    return index;
  }

  long count() {
    return count;
  }
}
