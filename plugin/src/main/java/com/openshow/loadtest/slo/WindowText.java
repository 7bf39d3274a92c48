package com.openshow.loadtest.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** The times and numbers in the texts of windows. */
final class WindowText {
  private static final double LONGEST_SECONDS = 1e9;

  private WindowText() {}

  /** Such as {@code 90.5s}. */
  static String of(Duration time) {
    return new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString()
        + "s";
  }

  /**
   * Reads what {@link #of} writes.
   *
   * @param whole the text in which it stands, for the message
   * @throws IllegalArgumentException when it is no such time
   */
  static Duration time(String seconds, String whole) {
    if (!seconds.endsWith("s")) {
      throw refused(whole);
    }
    double number = number(seconds.substring(0, seconds.length() - 1), whole);
    if (!(number <= LONGEST_SECONDS)) {
      throw refused(whole);
    }
    return Duration.ofMillis(Math.round(number * 1000));
  }

  /**
   * A number of at least 0.
   *
   * @param whole the text in which it stands, for the message
   * @throws IllegalArgumentException when it is none
   */
  static double number(String number, String whole) {
    return Optional.of(number)
        .filter(digits -> digits.matches("\\d{1,9}(?:\\.\\d{1,9})?"))
        .map(Double::parseDouble)
        .orElseThrow(() -> refused(whole));
  }

  /** What is to be said of a text that is no window. */
  static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "window must be " + Window.GRAMMAR + ", but was \"" + text + "\"");
  }

  /**
   * A window has seconds.
   *
   * @throws IllegalArgumentException when the time is shorter
   */
  static void requireSecond(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a window must be at least 1 s, but was " + time);
    }
  }
}
