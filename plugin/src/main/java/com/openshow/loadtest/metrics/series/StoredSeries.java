package com.openshow.loadtest.metrics.series;

import java.util.ArrayList;
import java.util.List;

/** One series: what was scraped of it. Guarded by the store. */
final class StoredSeries {
  private final Labels labels;
  private final List<Chunk> closed = new ArrayList<>();
  private ChunkWriter open = new ChunkWriter();
  private long lastMillis = Long.MIN_VALUE;

  StoredSeries(Labels labels) {
    this.labels = labels;
  }

  Labels labels() {
    return labels;
  }

  /** Whether a sample of such a time would follow the last one. */
  boolean isBefore(long millis) {
    return lastMillis < millis;
  }

  /**
   * Adds a sample that follows the last one.
   *
   * @return by how much more memory is held
   */
  int add(long millis, long valueBits) {
    lastMillis = millis;
    int before = open.capacity();
    open.add(millis, valueBits);
    if (!open.isFull()) {
      return open.capacity() - before;
    }
    Chunk chunk = open.chunk();
    closed.add(chunk);
    open = new ChunkWriter();
    return chunk.memory() + open.capacity() - before;
  }

  /** The samples until now, from one that is not after {@code fromMillis}, if there is one. */
  StoredSamples samples(long fromMillis) {
    List<Chunk> chunks = new ArrayList<>();
    for (Chunk chunk : closed) {
      if (chunk.lastMillis() >= fromMillis) {
        chunks.add(chunk);
      }
    }
    if (!open.isEmpty()) {
      chunks.add(open.chunk());
    }
    return new StoredSamples(labels, chunks);
  }
}
