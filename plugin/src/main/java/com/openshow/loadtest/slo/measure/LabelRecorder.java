package com.openshow.loadtest.slo.measure;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/** Counts the samples of one key, from any number of threads, without a lock. */
final class LabelRecorder {
  /** Keeps every value within 0.1 %. */
  static final int SIGNIFICANT_DIGITS = 3;

  // Auto-resizing: no latency is ever clipped, however long a request hung.
  private final ConcurrentHistogram latencies = new ConcurrentHistogram(SIGNIFICANT_DIGITS);
  private final LongAdder errors = new LongAdder();

  void record(long latencyMillis, boolean error) {
    // A clock set back during a request makes JMeter's elapsed time negative.
    latencies.recordValue(Math.max(0, latencyMillis));
    // Second, and read first below: so a snapshot never holds more errors than samples.
    if (error) {
      errors.increment();
    }
  }

  LabelStatistics snapshot() {
    long failed = errors.sum();
    LatencyDistribution distribution = new LatencyDistribution(latencies.copy());
    return new LabelStatistics(distribution.count(), failed, distribution);
  }
}
