package com.openshow.loadtest.metrics.series;

/** Reads what {@link ChunkWriter} wrote. */
final class ChunkReader {
  private final BitReader bits;
  private final int count;
  private int read;
  private long millis;
  private long distance;
  private long value;
  private int leading;
  private int length;

  ChunkReader(Chunk chunk) {
    this.bits = new BitReader(chunk.bytes());
    this.count = chunk.count();
  }

  /** Goes to the next sample; false when there is none. */
  boolean next() {
    if (read == count) {
      return false;
    }
    if (read == 0) {
      millis = bits.next(64);
      value = bits.next(64);
    } else {
      distance += change();
      millis += distance;
      value ^= difference();
    }
    read++;
    return true;
  }

  private long change() {
    if (!bits.next()) {
      return 0;
    }
    if (!bits.next()) {
      return bits.nextSigned(8) + 1;
    }
    if (!bits.next()) {
      return bits.nextSigned(14) + 1;
    }
    return (bits.next() ? bits.next(64) : bits.nextSigned(20)) + 1;
  }

  private long difference() {
    if (!bits.next()) {
      return 0;
    }
    if (bits.next()) {
      leading = (int) bits.next(5);
      length = (int) bits.next(6) + 1;
    }
    return bits.next(length) << (64 - leading - length);
  }

  long millis() {
    return millis;
  }

  long valueBits() {
    return value;
  }
}
