package com.openshow.loadtest.imports;

import com.openshow.loadtest.scenario.read.Problem;

/** A file that nothing can be made of; the message says the place and the reason. */
public final class ImportException extends Exception {
  private final String message;

  private ImportException(Problem problem) {
    super(problem.toString());
    this.message = problem.toString();
  }

  /** The problem in one line, with its place. */
  @Override
  public String getMessage() {
    return message;
  }

  static ImportException of(String file, String message) {
    return at(file, 1, 1, message);
  }

  static ImportException at(String file, int line, int column, String message) {
    return new ImportException(
        new Problem(Problem.Severity.ERROR, file, line, column, "", message));
  }
}
