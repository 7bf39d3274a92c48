package com.openshow.loadtest.slo.simulation;

import com.openshow.loadtest.slo.Outcome;

/** What is said of an objective at the end of a run. */
enum Word {
  SETTLED_PASS,
  BORDERLINE_PASS,
  BORDERLINE_FAIL,
  SETTLED_FAIL,
  INCONCLUSIVE;

  static Word of(Outcome outcome) {
    return switch (outcome.verdict()) {
      case PASS -> of(true, outcome.certainty().borderline());
      case FAIL -> of(false, outcome.certainty().borderline());
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }

  static Word of(boolean held, boolean borderline) {
    if (held) {
      return borderline ? BORDERLINE_PASS : SETTLED_PASS;
    }
    return borderline ? BORDERLINE_FAIL : SETTLED_FAIL;
  }
}
