package com.openshow.loadtest.slo.measure;

/**
 * What else is known of a request; {@link #UNKNOWN_VALUE} where a results file does not tell.
 *
 * @param connectMillis how long the connection took
 * @param firstByteMillis when the first byte of the response came
 * @param receivedBytes how many bytes were received, headers included
 * @param sentBytes how many bytes were sent, headers included
 */
public record Details(
    long connectMillis, long firstByteMillis, long receivedBytes, long sentBytes) {
  /** Stands for a value that nobody knows. */
  public static final long UNKNOWN_VALUE = -1;

  /** Nothing is known. */
  public static final Details UNKNOWN =
      new Details(UNKNOWN_VALUE, UNKNOWN_VALUE, UNKNOWN_VALUE, UNKNOWN_VALUE);
}
