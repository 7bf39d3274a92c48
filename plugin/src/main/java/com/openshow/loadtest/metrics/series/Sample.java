package com.openshow.loadtest.metrics.series;

/**
 * A value of a series at a moment.
 *
 * @param millis in milliseconds since 1970
 * @param valueBits of a double; those of {@link StaleMarker} end the series
 */
public record Sample(Labels labels, long millis, long valueBits) {
  /** One that was scraped. */
  public static Sample of(Labels labels, long millis, double value) {
    return new Sample(labels, millis, StaleMarker.bitsOf(value));
  }

  /** The end of a series. */
  public static Sample end(Labels labels, long millis) {
    return new Sample(labels, millis, StaleMarker.BITS);
  }
}
