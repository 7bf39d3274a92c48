package com.openshow.loadtest.metrics.prometheus;

/**
 * How much of an answer is taken in.
 *
 * @param bytes the most a body may have
 * @param points the most that all series of a reading may have together; each takes 16 bytes until
 *     all are there, and some 40 after
 */
record Limits(long bytes, int points) {
  static final Limits USUAL = new Limits(64L * 1024 * 1024, 1_000_000);
}
