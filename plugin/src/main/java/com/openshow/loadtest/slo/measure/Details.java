package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * What else is known of a request; {@link #UNKNOWN_VALUE} where a results file does not tell.
 *
 * @param connectMillis how long the connection took
 * @param firstByteMillis when the first byte of the response came
 * @param receivedBytes how many bytes were received, headers included
 * @param sentBytes how many bytes were sent, headers included
 * @param response the class of its response code
 */
public record Details(
    long connectMillis,
    long firstByteMillis,
    long receivedBytes,
    long sentBytes,
    ResponseClass response) {
  /** Stands for a value that nobody knows. */
  public static final long UNKNOWN_VALUE = -1;

  /** Nothing is known. */
  public static final Details UNKNOWN =
      new Details(UNKNOWN_VALUE, UNKNOWN_VALUE, UNKNOWN_VALUE, UNKNOWN_VALUE);

  public Details {
    Objects.requireNonNull(response, "response");
  }

  /** What is known of a request but for its response code. */
  public Details(long connectMillis, long firstByteMillis, long receivedBytes, long sentBytes) {
    this(connectMillis, firstByteMillis, receivedBytes, sentBytes, ResponseClass.NONE);
  }
}
