package com.openshow.loadtest.metrics.series;

/**
 * How much may be kept.
 *
 * @param maxSeries at least 1
 * @param maxBytes of memory, about; at least 1
 */
public record StoreLimits(int maxSeries, long maxBytes) {
  /** 20,000 series, 64 MiB: an eighth of the heap that Maven gives JMeter. */
  public static final StoreLimits USUAL = new StoreLimits(20_000, 64L << 20);

  public StoreLimits {
    if (maxSeries < 1) {
      throw new IllegalArgumentException("maxSeries must be at least 1, but was " + maxSeries);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be at least 1, but was " + maxBytes);
    }
  }
}
