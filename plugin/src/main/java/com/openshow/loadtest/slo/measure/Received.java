package com.openshow.loadtest.slo.measure;

/**
 * How many bytes a server sent, of what JMeter calls received. Where no response came, JMeter puts
 * the text of its own exception in the place of one, and counts that.
 */
public final class Received {
  /** How JMeter's HTTP samplers begin the response code of what was no response. */
  private static final String NO_RESPONSE = "Non HTTP response code";

  private Received() {}

  /** Whether a sample of this response code had a response, be it an error. */
  public static boolean isResponse(CharSequence code) {
    return code.length() < NO_RESPONSE.length()
        || !NO_RESPONSE.contentEquals(code.subSequence(0, NO_RESPONSE.length()));
  }

  /**
   * What the server sent: nothing where no response came. Of a transaction that failed nobody knows
   * which of its requests had one.
   *
   * @param told what JMeter says, in bytes
   */
  public static long bytes(long told, boolean isResponse, boolean failed, boolean transaction) {
    if (failed && transaction) {
      return Details.UNKNOWN_VALUE;
    }
    return isResponse ? told : 0;
  }
}
