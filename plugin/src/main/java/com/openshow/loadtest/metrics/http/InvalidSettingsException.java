package com.openshow.loadtest.metrics.http;

import java.util.List;

/** Settings that cannot be used, with all of their problems at once and without a secret. */
public final class InvalidSettingsException extends Exception {
  private static final long serialVersionUID = 1;

  // Not a List<String>: an exception is serializable, and so are its fields.
  private final String[] problems;

  /**
   * @param problems what is wrong, and what to do; at least one
   */
  public InvalidSettingsException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = problems.toArray(String[]::new);
  }

  /** What is wrong, one by one. */
  public List<String> problems() {
    return List.of(problems);
  }
}
