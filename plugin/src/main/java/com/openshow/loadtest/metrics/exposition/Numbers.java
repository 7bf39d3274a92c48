package com.openshow.loadtest.metrics.exposition;

import com.openshow.loadtest.metrics.series.GoNumber;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads the values and the times of lines. */
final class Numbers {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

  /** The year 33,658: no clock is so wrong, and its milliseconds are exact. */
  private static final double MOST_SECONDS = 1e12;

  private Numbers() {}

  static double value(String word, SampleLine line) throws MalformedExpositionException {
    OptionalDouble value = GoNumber.parse(word);
    if (value.isEmpty()) {
      throw line.problem("\"" + word + "\" is no value: expected a number");
    }
    return value.getAsDouble();
  }

  static long millis(String word, SampleLine line) throws MalformedExpositionException {
    try {
      if (WHOLE.matcher(word).matches()) {
        return Long.parseLong(word);
      }
    } catch (NumberFormatException e) {
      // Too large: refused like what is no number at all.
    }
    throw line.problem("\"" + word + "\" is no time: expected whole milliseconds since 1970");
  }

  static long secondsAsMillis(String word, SampleLine line) throws MalformedExpositionException {
    double seconds = GoNumber.parse(word).orElse(Double.NaN);
    if (!(Math.abs(seconds) < MOST_SECONDS)) {
      throw line.problem("\"" + word + "\" is no time: expected seconds since 1970");
    }
    return (long) (seconds * 1000);
  }
}
