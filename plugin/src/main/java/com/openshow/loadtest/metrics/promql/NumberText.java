package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.GoNumber;

/** Numbers as they stand in expressions. */
final class NumberText {
  private static final int MOST_HEXADECIMAL_DIGITS = 15;

  private NumberText() {}

  /** What a word means; NaN when it is no number, or one that Prometheus would read as octal. */
  static double value(String text) {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    if (hexadecimal) {
      String digits = text.substring(2);
      return digits.length() > MOST_HEXADECIMAL_DIGITS ? Double.NaN : Long.parseLong(digits, 16);
    }
    boolean octal =
        text.length() > 1 && text.chars().allMatch(Character::isDigit) && text.charAt(0) == '0';
    return octal ? Double.NaN : GoNumber.parse(text).orElse(Double.NaN);
  }
}
