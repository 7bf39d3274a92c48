package com.openshow.loadtest.slo;

import java.util.Objects;

/**
 * What follows from an objective.
 *
 * @param severity what a breach means for the whole
 * @param onNoData what it means that no sample was taken
 * @param strict whether a value whose interval holds the target is inconclusive; otherwise the
 *     value decides, and the outcome is marked as borderline
 */
public record Terms(Severity severity, Verdict onNoData, boolean strict) {
  /** What a breach means for the whole. */
  public enum Severity {
    /** The whole has failed. */
    FAIL,
    /** People are told; the whole is what the other objectives make it. */
    WARN
  }

  /** What holds unless somebody says otherwise. */
  public static final Terms STANDARD = new Terms(Severity.FAIL, Verdict.INCONCLUSIVE, false);

  public Terms {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(onNoData, "onNoData");
  }
}
