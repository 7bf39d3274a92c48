package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far an expression of PromQL looks back from a moment: {@code [5m]} looks back 5 minutes. */
final class LookBack {
  private static final Pattern TEXTS =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`");
  private static final Pattern RANGE = Pattern.compile("\\[\\s*((?:\\d+[a-z]+)+)\\s*[:\\]]");
  private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w|y)");

  private LookBack() {}

  /** The longest range that stands in it; zero when none does. */
  static Duration of(String query) {
    Matcher range = RANGE.matcher(TEXTS.matcher(query).replaceAll("\"\""));
    Duration longest = Duration.ZERO;
    while (range.find()) {
      Duration length = length(range.group(1));
      longest = length.compareTo(longest) > 0 ? length : longest;
    }
    return longest;
  }

  private static Duration length(String text) {
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
    }
    return sum;
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      case "d" -> Duration.ofDays(1);
      case "w" -> Duration.ofDays(7);
      default -> Duration.ofDays(365);
    };
  }

  /** What is to be said where much of what is judged comes from before the range. */
  static Optional<String> note(String query, TimeRange range) {
    Duration back = of(query);
    return back.multipliedBy(4).compareTo(range.length()) <= 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the query looks back %.0f s, and %.0f s are judged: its first points tell of the"
                    + " time before, too",
                back.toMillis() / 1000.0,
                range.length().toMillis() / 1000.0));
  }
}
