package com.openshow.loadtest.metrics.series;

/**
 * The value that says that a series has ended. It is one of the many bit patterns that are NaN, the
 * one that Prometheus uses; a NaN that was scraped is another. Kept as bits: arithmetic may turn
 * one NaN into another.
 */
public final class StaleMarker {
  /** Its bits. */
  public static final long BITS = 0x7ff0000000000002L;

  private static final long ORDINARY_NAN = 0x7ff8000000000001L;

  private StaleMarker() {}

  /** Whether these are its bits. */
  public static boolean is(long bits) {
    return bits == BITS;
  }

  /** The bits of a value that was scraped: never those of the marker. */
  public static long bitsOf(double value) {
    return Double.isNaN(value) ? ORDINARY_NAN : Double.doubleToRawLongBits(value);
  }
}
