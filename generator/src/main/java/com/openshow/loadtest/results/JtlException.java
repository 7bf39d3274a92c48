package com.openshow.loadtest.results;

import java.util.List;

/** A results file that cannot be judged. */
public final class JtlException extends Exception {
  private final transient List<String> problems;

  JtlException(String problem) {
    this(List.of(problem));
  }

  JtlException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each names file, place and what was expected; at least one. */
  public List<String> problems() {
    return problems;
  }
}
