package com.openshow.loadtest.data;

/**
 * Identifiers {@code lt-<run>-<number>}: unique over threads by the number, over JVMs and runs by
 * the run id. The prefix lets a clean-up find what a load test left behind.
 */
public final class UniqueIds {
  private final String prefix;
  private final UniqueSequence sequence = new UniqueSequence();

  /**
   * Identifiers of one run.
   *
   * @param run must be this JVM's own: two generators of one run id repeat each other
   */
  public UniqueIds(RunId run) {
    this.prefix = "lt-" + run.text() + "-";
  }

  /** The next identifier: at most 49 characters of {@code a-z}, {@code 0-9} and {@code -}. */
  public String next() {
    return prefix + Long.toString(sequence.next(), Character.MAX_RADIX);
  }
}
