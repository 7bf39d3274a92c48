package com.openshow.loadtest.cli;

import com.openshow.loadtest.slo.Verdict;

/** The exit codes of the command line. */
enum ExitStatus {
  /** Every objective held, or the command did what it was asked. */
  OK(0),
  /** At least one objective was breached; or a committed plan differs from its source. */
  BREACHED(1),
  /** Nothing was breached, but something could not be judged. */
  INCONCLUSIVE(2),
  /** The command line is wrong (EX_USAGE of sysexits.h). */
  USAGE(64),
  /** The scenario file, plan or results file is invalid (EX_DATAERR). */
  INVALID(65),
  /** The run itself failed (EX_SOFTWARE). */
  RUN_FAILED(70);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitStatus of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> OK;
      case FAIL -> BREACHED;
      case INCONCLUSIVE -> INCONCLUSIVE;
    };
  }
}
