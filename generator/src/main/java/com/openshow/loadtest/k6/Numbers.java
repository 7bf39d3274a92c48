package com.openshow.loadtest.k6;

import java.math.BigDecimal;

/** Numbers as people write them, the same in every locale. */
final class Numbers {
  private Numbers() {}

  /** {@code 50}, {@code 0.25}; never an exponent. */
  static String plain(double value) {
    return plain(decimal(value));
  }

  static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** The number that was written, and not the binary one next to it. */
  static BigDecimal decimal(double value) {
    return new BigDecimal(Double.toString(value));
  }
}
