package com.openshow.loadtest.feed;

/**
 * Something that is wrong with a feed's file.
 *
 * @param line counted from 1; where the row begins
 * @param text what is wrong, and what was expected; never a value of the file, which may be secret
 */
public record FeedProblem(long line, String text) {
  @Override
  public String toString() {
    return line + ": " + text;
  }
}
