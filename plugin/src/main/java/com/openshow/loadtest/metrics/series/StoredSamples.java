package com.openshow.loadtest.metrics.series;

import java.util.List;

/**
 * Samples of one series, as they were when they were asked for.
 *
 * @param labels of the series
 * @param chunks in the order of time
 */
public record StoredSamples(Labels labels, List<Chunk> chunks) {
  public StoredSamples {
    chunks = List.copyOf(chunks);
  }

  /** Reads them from the first on. */
  public SampleReader reader() {
    return new SampleReader(chunks.iterator());
  }
}
