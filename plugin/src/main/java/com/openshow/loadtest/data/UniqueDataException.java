package com.openshow.loadtest.data;

import java.util.List;

/** Values that cannot stay unique, or were described wrongly: a user's mistake, told in full. */
public final class UniqueDataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  /**
   * All that is wrong.
   *
   * @param problems at least one sentence, that says what to do
   */
  public UniqueDataException(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  UniqueDataException(String problem) {
    this(List.of(problem));
  }

  /** What is wrong, a sentence each. */
  public List<String> problems() {
    return problems;
  }
}
