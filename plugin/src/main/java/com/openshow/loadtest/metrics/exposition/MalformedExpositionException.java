package com.openshow.loadtest.metrics.exposition;

/** A text that is not in the format that it should be in. */
public final class MalformedExpositionException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  MalformedExpositionException(int line, String problem) {
    super("line " + line + ": " + problem);
    this.line = line;
  }

  /** The line with the problem, from 1. */
  public int line() {
    return line;
  }
}
