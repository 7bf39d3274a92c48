package com.openshow.loadtest.metrics.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Texts from outside, made fit for a message. */
public final class Foreign {
  private static final int MOST_CHARACTERS = 400;

  private Foreign() {}

  /** The text in one line, and not longer than a message can bear. */
  public static String text(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(MOST_CHARACTERS)
        .map(
            point ->
                Character.isISOControl(point)
                        || Character.getType(point) == Character.FORMAT
                        || Character.getType(point) == Character.SURROGATE
                    ? ' '
                    : point)
        .forEach(line::appendCodePoint);
    boolean cut = text.codePointCount(0, text.length()) > MOST_CHARACTERS;
    return line.toString().strip() + (cut ? "..." : "");
  }

  /** A duration in seconds, such as {@code 1.25 s}. */
  public static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis())
            .divide(BigDecimal.valueOf(1000), 3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " s";
  }
}
