package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import com.openshow.loadtest.metrics.series.SampleReader;
import com.openshow.loadtest.metrics.series.StoredSamples;

/** The latest sample of one series at a moment. It moves forward with the moment. */
final class Latest {
  /** How old a sample may be, as Prometheus has it unless told otherwise: 5 minutes. */
  static final long LOOKBACK_MILLIS = 300_000;

  private final Labels labels;
  private final SampleReader reader;
  private final long offsetMillis;
  private boolean hasNext;
  private boolean isThere;
  private long millis;
  private double value;

  Latest(StoredSamples samples, Selector selector) {
    this.labels = samples.labels();
    this.reader = samples.reader();
    this.offsetMillis = selector.offsetMillis();
    this.hasNext = reader.next();
  }

  /**
   * Moves to a moment that is not before the last one.
   *
   * @return whether the series has a value there
   */
  boolean moveTo(long moment) {
    long wanted = moment - offsetMillis;
    while (hasNext && reader.millis() <= wanted) {
      millis = reader.millis();
      value = reader.value();
      isThere = !reader.isStale();
      hasNext = reader.next();
    }
    return isThere && millis >= wanted - LOOKBACK_MILLIS;
  }

  Labels labels() {
    return labels;
  }

  double value() {
    return value;
  }

  long millis() {
    return millis;
  }
}
