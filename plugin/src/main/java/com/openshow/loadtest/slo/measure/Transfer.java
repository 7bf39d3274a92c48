package com.openshow.loadtest.slo.measure;

/**
 * Data that went over the wire.
 *
 * @param samples of how many requests it is known
 * @param receivedBytes how many bytes they received
 * @param sentBytes how many bytes they sent
 */
public record Transfer(long samples, long receivedBytes, long sentBytes) {
  /** Nothing is known. */
  public static final Transfer NONE = new Transfer(0, 0, 0);

  public Transfer {
    if (!(samples >= 0 && receivedBytes >= 0 && sentBytes >= 0)) {
      throw new IllegalArgumentException(
          "samples and bytes must be at least 0, but were "
              + samples
              + ", "
              + receivedBytes
              + " and "
              + sentBytes);
    }
  }

  /** The sum of the two. */
  Transfer plus(Transfer other) {
    return new Transfer(
        samples + other.samples, receivedBytes + other.receivedBytes, sentBytes + other.sentBytes);
  }
}
