package com.openshow.loadtest.hlog;

/** A histogram log that cannot be judged. */
public final class DamagedLogException extends Exception {
  private final long line;

  DamagedLogException(long line, String problem) {
    super(problem);
    this.line = line;
  }

  /** The line with the problem, from 1. */
  public long line() {
    return line;
  }
}
