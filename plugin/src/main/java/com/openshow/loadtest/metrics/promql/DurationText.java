package com.openshow.loadtest.metrics.promql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Prometheus writes them: each unit at most once, the greatest first. */
final class DurationText {
  private static final String UNITS = "(?:(\\d+)y)?(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?";
  private static final Pattern FORM =
      Pattern.compile(UNITS + "(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private static final long DAY = 86_400_000;

  private DurationText() {}

  /** In milliseconds; empty when it is none, or longer than 290 years. */
  static Optional<Long> millis(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    long[] units = {365 * DAY, 7 * DAY, DAY, 3_600_000, 60_000, 1000, 1};
    try {
      long sum = 0;
      for (int i = 0; i < units.length; i++) {
        String count = parts.group(i + 1);
        if (count != null) {
          sum = Math.addExact(sum, Math.multiplyExact(Long.parseLong(count), units[i]));
        }
      }
      return sum > 290 * 365 * DAY ? Optional.empty() : Optional.of(sum);
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
