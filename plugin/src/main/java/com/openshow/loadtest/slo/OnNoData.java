package com.openshow.loadtest.slo;

/** What becomes of an objective of which nothing was measured. */
public enum OnNoData {
  /** Nobody knows; the default. */
  INCONCLUSIVE(Verdict.INCONCLUSIVE),
  /** It is taken for a breach. */
  FAIL(Verdict.FAIL),
  /** It holds, because somebody asked for that. */
  PASS(Verdict.PASS);

  private final Verdict verdict;

  OnNoData(Verdict verdict) {
    this.verdict = verdict;
  }

  /** What the objective comes to. */
  public Verdict verdict() {
    return verdict;
  }
}
