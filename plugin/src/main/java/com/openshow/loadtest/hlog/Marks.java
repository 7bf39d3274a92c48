package com.openshow.loadtest.hlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;

/**
 * What stands in a histogram log beside histograms: comments of the form {@code #[Name: word word
 * ...]}, which HdrHistogram's own tools pass over.
 */
final class Marks {
  /** The first line of a log of ours. */
  static final String FORMAT = "OpenShow histogram log 1";

  static final String WARM_UP = "WarmUp";
  static final String RISING = "Rising";
  static final String BEGAN = "Began";
  static final String TRANSFER = "Transfer";
  static final String USERS = "Users";
  static final String FAULT = "Fault";
  static final String WRITTEN = "Written";
  static final String END = "End";

  /** The words of {@link #FAULT}. */
  static final String ON = "on";

  static final String OFF = "off";
  static final String SUCCEEDED = "succeeded";
  static final String FAILED = "failed";

  /** The word of {@link #END} for a run that went to its end. */
  static final String COMPLETE = "complete";

  private static final int MILLI_DIGITS = 3;

  private Marks() {}

  /** The text of a comment, as HdrHistogram's writer takes it. */
  static String comment(String name, Object... words) {
    StringBuilder comment = new StringBuilder("[" + name + ":");
    for (Object word : words) {
      comment.append(' ').append(word);
    }
    return comment.append(']').toString();
  }

  /** A text without commas, blanks, colons and line breaks: percent-encoded, but for slashes. */
  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  /**
   * Reads what {@link #encode} writes.
   *
   * @throws IllegalArgumentException when it is no such text
   */
  static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  /**
   * Reads one of two words: whether it is the first.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static boolean either(String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new IllegalArgumentException(
          "expected " + yes + " or " + no + ", but found \"" + text + "\"");
    }
    return text.equals(yes);
  }

  /** Seconds since 1970, to the millisecond. */
  static String seconds(Instant at) {
    return BigDecimal.valueOf(at.toEpochMilli(), MILLI_DIGITS).toPlainString();
  }

  /**
   * Reads what {@link #seconds} writes.
   *
   * @throws ArithmeticException when it is no whole number of milliseconds
   * @throws NumberFormatException when it is no number
   */
  static Instant instant(String seconds) {
    return Instant.ofEpochMilli(
        new BigDecimal(seconds).movePointRight(MILLI_DIGITS).longValueExact());
  }
}
