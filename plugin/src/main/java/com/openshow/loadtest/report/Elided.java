package com.openshow.loadtest.report;

/** Texts that are shortened in their middle: names differ at both ends. */
final class Elided {
  private static final String GAP = "..";

  private Elided() {}

  /**
   * The text in so many characters at the most.
   *
   * @param width at least 3
   */
  static String to(int width, String text) {
    if (text.length() <= width) {
      return text;
    }
    int head = (width - GAP.length() + 1) / 2;
    int tail = text.length() - (width - GAP.length() - head);
    // Half a character of two is none.
    if (Character.isHighSurrogate(text.charAt(head - 1))) {
      head--;
    }
    if (tail < text.length() && Character.isLowSurrogate(text.charAt(tail))) {
      tail++;
    }
    return text.substring(0, head) + GAP + text.substring(tail);
  }
}
