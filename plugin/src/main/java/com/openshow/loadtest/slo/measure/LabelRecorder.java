package com.openshow.loadtest.slo.measure;

import java.util.List;
import java.util.Set;

/** Counts the samples of one key, over the whole run and by windows of time. One thread only. */
final class LabelRecorder {
  private final SampleKey key;
  private final Counts whole;
  private final List<OpenWindow> windows;

  /**
   * A recorder without samples.
   *
   * @param timings which times are recorded
   * @param timelines in which windows, too
   */
  LabelRecorder(SampleKey key, Set<Timing> timings, List<Timeline> timelines) {
    this.key = key;
    this.whole = Counts.quick(timings);
    this.windows = timelines.stream().map(line -> new OpenWindow(key, line, timings)).toList();
  }

  SampleKey key() {
    return key;
  }

  void record(Sample sample) {
    whole.add(sample);
    for (int i = 0; i < windows.size(); i++) {
      windows.get(i).record(sample);
    }
  }

  /** Hands what was counted to the timelines. */
  void close() {
    windows.forEach(OpenWindow::close);
  }

  /** What was counted over the whole run; the timelines have it, too, after this. */
  LabelStatistics snapshot() {
    close();
    return whole.snapshot();
  }
}
