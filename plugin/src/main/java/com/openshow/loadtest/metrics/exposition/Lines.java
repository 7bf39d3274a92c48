package com.openshow.loadtest.metrics.exposition;

/** Goes through the lines of a text, each of which ends with a line feed. */
final class Lines {
  private final String text;
  private int start;
  private int end = -1;
  private int number;

  Lines(String text) {
    this.text = text;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() {
    start = end + 1;
    if (start >= text.length()) {
      return false;
    }
    int feed = text.indexOf('\n', start);
    end = feed < 0 ? text.length() : feed;
    number++;
    return true;
  }

  SampleLine line() {
    return new SampleLine(text, start, end, number);
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }
}
