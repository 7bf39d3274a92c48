package com.openshow.loadtest.filler;

import java.util.List;

/** Filler that was described wrongly, or that nothing here can make: told in full. */
public final class FillerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  FillerException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  FillerException(String problem) {
    this(List.of(problem));
  }

  /** What is wrong, a sentence each. */
  public List<String> problems() {
    return problems;
  }
}
