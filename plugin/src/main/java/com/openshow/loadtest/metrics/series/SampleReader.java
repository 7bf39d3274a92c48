package com.openshow.loadtest.metrics.series;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Goes through samples in the order of time. */
public final class SampleReader {
  private final Iterator<Chunk> chunks;
  private @Nullable ChunkReader current;
  private long millis;
  private long valueBits;

  SampleReader(Iterator<Chunk> chunks) {
    this.chunks = chunks;
  }

  /** Goes to the next sample; false when there is none. */
  public boolean next() {
    while (true) {
      if (current != null && current.next()) {
        millis = current.millis();
        valueBits = current.valueBits();
        return true;
      }
      if (!chunks.hasNext()) {
        return false;
      }
      current = new ChunkReader(chunks.next());
    }
  }

  /** When the sample was taken, in milliseconds since 1970. */
  public long millis() {
    return millis;
  }

  /** Its value. */
  public double value() {
    return Double.longBitsToDouble(valueBits);
  }

  /** Whether it says that the series has ended. */
  public boolean isStale() {
    return StaleMarker.is(valueBits);
  }
}
