package com.openshow.loadtest.slo;

/**
 * The three-valued truth of an objective, or of a whole run. Silence is never a pass: absent,
 * partial or too few data is {@link #INCONCLUSIVE}.
 */
public enum Verdict {
  /** The objective was measured, and it held. */
  PASS,

  /** The objective could not be judged; the reason stands in its outcome. */
  INCONCLUSIVE,

  /** The objective was measured, and it was breached. */
  FAIL;

  /**
   * The verdict of a whole of which this and {@code other} are parts: one breach fails the whole,
   * and a whole with a part nobody could judge has not passed.
   */
  public Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
