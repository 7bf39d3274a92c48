package com.openshow.loadtest.slo.measure;

import java.util.Set;

/**
 * The window of a timeline that one key is at. Samples come nearly in the order of their ends, so
 * one is open at a time.
 */
final class OpenWindow {
  private final SampleKey key;
  private final Timeline timeline;
  private final Counts counts;
  private long start;

  OpenWindow(SampleKey key, Timeline timeline, Set<Timing> timings) {
    this.key = key;
    this.timeline = timeline;
    this.counts = Counts.quick(timings);
  }

  void record(Sample sample) {
    long now = timeline.start(sample.endMillis());
    if (now != start) {
      close();
      start = now;
    }
    counts.add(sample);
  }

  /** Hands what was counted to the timeline. */
  void close() {
    if (!counts.isEmpty()) {
      timeline.add(start, key, counts);
      counts.clear();
    }
  }
}
