package com.openshow.loadtest.feed;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be a feed, with everything that is wrong with it. */
public final class FeedException extends Exception {
  private final transient List<FeedProblem> problems;

  FeedException(List<FeedProblem> problems) {
    super(
        problems.stream()
            .map(FeedProblem::toString)
            .collect(Collectors.joining("; line ", "line ", "")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, by line. */
  public List<FeedProblem> problems() {
    return problems;
  }
}
