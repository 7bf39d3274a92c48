package com.openshow.loadtest.metrics.series;

/**
 * Some samples of one series, compressed; immutable.
 *
 * @see ChunkWriter
 */
final class Chunk {
  /** What an object with an array costs beside the array's bytes, about. */
  private static final int OVERHEAD = 64;

  private final byte[] bytes;
  private final int count;
  private final long lastMillis;

  Chunk(byte[] bytes, int count, long lastMillis) {
    this.bytes = bytes;
    this.count = count;
    this.lastMillis = lastMillis;
  }

  byte[] bytes() {
    return bytes;
  }

  int count() {
    return count;
  }

  long lastMillis() {
    return lastMillis;
  }

  int memory() {
    return bytes.length + OVERHEAD;
  }
}
