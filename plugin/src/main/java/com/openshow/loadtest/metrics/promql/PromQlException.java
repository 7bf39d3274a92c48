package com.openshow.loadtest.metrics.promql;

/** A text that is no expression, or one that is not known here. */
public final class PromQlException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 20;

  private final int position;
  private final String problem;

  private PromQlException(String where, int position, String problem) {
    super(where + ": " + problem);
    this.position = position;
    this.problem = problem;
  }

  static PromQlException at(String text, int position, String problem) {
    if (position >= text.length()) {
      return new PromQlException("at its end", text.length(), problem);
    }
    String rest = text.substring(position);
    String shown = rest.length() > MOST_SHOWN ? rest.substring(0, MOST_SHOWN) + "..." : rest;
    return new PromQlException(
        "character " + (position + 1) + " (" + shown + ')', position, problem);
  }

  /** Where in the text it is, from 0; the length of the text when something is missing. */
  public int position() {
    return position;
  }

  /** What is wrong, and what was expected. */
  public String problem() {
    return problem;
  }
}
