package com.openshow.loadtest.scenario;

import com.openshow.loadtest.filler.Filler;
import java.util.Objects;

/**
 * Realistic text in a body, drawn for each request that has it; it may come again.
 *
 * @param filler what it looks like
 * @param variable the variable that gets it
 */
public record FillerValue(Filler filler, String variable) {
  /** How many random letters stand for it where there is no Datafaker. */
  private static final int LETTERS = 12;

  public FillerValue {
    Objects.requireNonNull(filler, "filler");
    Require.that(Template.isName(variable), "a variable must have " + Template.NAME_RULE, variable);
  }

  /** How many random letters stand for it where there is no Datafaker. */
  public int letters() {
    return Math.min(LETTERS, filler.maxLength());
  }

  /** What to say of that. */
  public String lettersNote() {
    return "filler {" + variable + "}: " + letters() + " random letters instead";
  }
}
