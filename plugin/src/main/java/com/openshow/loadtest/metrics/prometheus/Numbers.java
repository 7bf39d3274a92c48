package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.Foreign;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Values and times as Prometheus writes them. */
final class Numbers {
  /** As Go writes and reads floats; Java would read "1d" and "0x1p3", too. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private static final double LATEST_SECONDS = 253_402_300_799.0;
  private static final int MOST_DIGITS = 100;

  private Numbers() {}

  static double value(String text) throws FetchException {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> finite(text);
    };
  }

  private static double finite(String text) throws FetchException {
    if (text.length() > MOST_DIGITS || !NUMBER.matcher(text).matches()) {
      throw Complaints.notOfPrometheus("\"" + Foreign.text(text) + "\" is no number");
    }
    return Double.parseDouble(text);
  }

  /** Milliseconds of a time in seconds, which has at most three decimals that count. */
  static long millis(double seconds) throws FetchException {
    if (!(Math.abs(seconds) <= LATEST_SECONDS)) {
      throw Complaints.notOfPrometheus("a time is out of range");
    }
    return Math.round(seconds * 1000);
  }

  /** Seconds, exactly, such as {@code 1435781430.781}. */
  static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }
}
