package com.openshow.loadtest.slo.measure;

import org.HdrHistogram.Histogram;

/** Counts the samples of one key, over the whole run and by windows of time. One thread only. */
final class LabelRecorder {
  /** Keeps every value within 0.1 %. */
  static final int SIGNIFICANT_DIGITS = 3;

  private final SampleKey key;
  private final Timeline timeline;
  // Auto-resizing: no latency is ever clipped, however long a request hung.
  private final Histogram whole = new Histogram(SIGNIFICANT_DIGITS);
  private long errors;
  // Samples come nearly in the order of their ends, so one window is open at a time.
  private final Histogram window = new Histogram(SIGNIFICANT_DIGITS);
  private long windowErrors;
  private long windowStart;

  LabelRecorder(SampleKey key, Timeline timeline) {
    this.key = key;
    this.timeline = timeline;
  }

  SampleKey key() {
    return key;
  }

  void record(long latencyMillis, boolean error, long endMillis) {
    long start = timeline.start(endMillis);
    if (start != windowStart) {
      close();
      windowStart = start;
    }
    // A clock set back during a request makes JMeter's elapsed time negative.
    long value = Math.max(0, latencyMillis);
    whole.recordValue(value);
    window.recordValue(value);
    if (error) {
      errors++;
      windowErrors++;
    }
  }

  /** Hands the open window to the timeline. */
  void close() {
    if (window.getTotalCount() > 0) {
      timeline.add(windowStart, key, window, windowErrors);
      window.reset();
      windowErrors = 0;
    }
  }

  LabelStatistics snapshot() {
    return new LabelStatistics(
        whole.getTotalCount(), errors, new LatencyDistribution(whole.copy()));
  }
}
