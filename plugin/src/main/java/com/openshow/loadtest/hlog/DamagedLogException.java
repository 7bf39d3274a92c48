package com.openshow.loadtest.hlog;

/** A histogram log that cannot be judged. */
public final class DamagedLogException extends Exception {
  private final long line;
  private final String problem;

  DamagedLogException(long line, String problem) {
    super(problem);
    this.line = line;
    this.problem = problem;
  }

  /** The line with the problem, from 1. */
  public long line() {
    return line;
  }

  /** What is wrong there, and what was expected. */
  public String problem() {
    return problem;
  }
}
