package com.openshow.loadtest.slo;

/** What the breach of an objective means for the run. */
public enum Severity {
  /** The run fails. */
  FAIL,
  /** The run can still pass: the breach is told, and no more. */
  WARN
}
