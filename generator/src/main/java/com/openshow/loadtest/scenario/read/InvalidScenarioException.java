package com.openshow.loadtest.scenario.read;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file that cannot be used, with everything that is wrong with it. */
public final class InvalidScenarioException extends Exception {
  private final transient List<Problem> problems;

  InvalidScenarioException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one error; warnings may be among them. */
  public List<Problem> problems() {
    return problems;
  }
}
