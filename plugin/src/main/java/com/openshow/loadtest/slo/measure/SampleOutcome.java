package com.openshow.loadtest.slo.measure;

/** When a sample counts as an error. */
public final class SampleOutcome {
  private SampleOutcome() {}

  /**
   * A sample is an error when it failed in JMeter's eyes, or when its response code is a status of
   * 400 or above even though an assertion forgave it.
   *
   * @param successful JMeter's own judgement
   * @param responseCode the response code; need not be a number
   */
  public static boolean isError(boolean successful, String responseCode) {
    return !successful || isErrorStatus(responseCode);
  }

  private static boolean isErrorStatus(String code) {
    // Without parsing: this runs for every sample.
    return code.length() == 3
        && code.charAt(0) >= '4'
        && code.charAt(0) <= '9'
        && isDigit(code.charAt(1))
        && isDigit(code.charAt(2));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
