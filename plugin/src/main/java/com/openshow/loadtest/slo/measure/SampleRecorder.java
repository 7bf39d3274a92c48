package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts samples by scenario and label. One thread only: {@link RunRecorder} is for many. */
final class SampleRecorder {
  private final Timeline timeline;
  // Two levels, so that nothing is allocated to look up.
  private final Map<String, Map<String, LabelRecorder>> requests = new HashMap<>();
  private final Map<String, Map<String, LabelRecorder>> transactions = new HashMap<>();

  /**
   * A recorder without samples.
   *
   * @param window the length of its windows, as long as the run is short
   */
  SampleRecorder(Duration window) {
    this.timeline = new Timeline(window);
  }

  /** Counts one sample. Samples that prepare a virtual user are dropped. */
  void record(Sample sample) {
    if (sample.isSetup()) {
      return;
    }
    Map<String, LabelRecorder> labels =
        (sample.transaction() ? transactions : requests)
            .computeIfAbsent(sample.scenario(), absent -> new HashMap<>());
    LabelRecorder recorder = labels.get(sample.label());
    if (recorder == null) {
      recorder =
          new LabelRecorder(
              new SampleKey(sample.scenario(), sample.label(), sample.transaction()), timeline);
      labels.put(sample.label(), recorder);
    }
    recorder.record(sample.latencyMillis(), sample.failed(), sample.endMillis());
  }

  /**
   * What was recorded so far, for the time between {@code startedAt} and {@code endedAt}. Where a
   * transaction has the name of a request of its scenario, the requests alone are in it.
   */
  Measurement snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    add(requests, statistics);
    add(transactions, statistics);
    return new Measurement(
        startedAt, endedAt, statistics, timeline.parts(statistics.keySet()::contains));
  }

  private static void add(
      Map<String, Map<String, LabelRecorder>> recorders,
      Map<SampleKey, LabelStatistics> statistics) {
    for (Map<String, LabelRecorder> labels : recorders.values()) {
      for (LabelRecorder recorder : labels.values()) {
        recorder.close();
        SampleKey key = recorder.key();
        boolean isAlone =
            !key.transaction()
                || !statistics.containsKey(new SampleKey(key.scenario(), key.label()));
        if (isAlone) {
          statistics.put(key, recorder.snapshot());
        }
      }
    }
  }
}
