package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Verdict;
import java.util.Map;

/** How a text for people is painted. */
public enum Style {
  /** Not at all: for files, pipes, and people who said so. */
  PLAIN,

  /** In a terminal's colours, always beside the word that says the same. */
  COLOURED;

  private static final String RED = "31";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";

  /**
   * What suits the standard output of this process.
   *
   * @param environment its variables; a {@code NO_COLOR} that is not empty is heeded
   */
  public static Style ofOutput(Map<String, String> environment) {
    return of(Terminal.isCapable(environment), environment);
  }

  static Style of(boolean capable, Map<String, String> environment) {
    return capable && environment.getOrDefault("NO_COLOR", "").isEmpty() ? COLOURED : PLAIN;
  }

  /** Green only where nothing is in doubt. */
  String paint(String text, Judged judged) {
    return paint(text, judged.tone());
  }

  String paint(String text, Verdict verdict) {
    return paint(
        text,
        switch (verdict) {
          case PASS -> GREEN;
          case FAIL -> RED;
          case INCONCLUSIVE -> YELLOW;
        });
  }

  private String paint(String text, String colour) {
    return this == PLAIN || text.isEmpty() ? text : "\033[" + colour + "m" + text + "\033[0m";
  }
}
