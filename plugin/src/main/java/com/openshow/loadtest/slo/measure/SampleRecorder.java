package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts samples by scenario and label. One thread only: {@link RunRecorder} is for many. */
final class SampleRecorder {
  private final Timeline timeline;
  // Two levels, so that nothing is allocated to look up.
  private final Map<String, Map<String, LabelRecorder>> byScenario = new HashMap<>();

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
        byScenario.computeIfAbsent(sample.scenario(), absent -> new HashMap<>());
    LabelRecorder recorder = labels.get(sample.label());
    if (recorder == null) {
      recorder = new LabelRecorder(new SampleKey(sample.scenario(), sample.label()), timeline);
      labels.put(sample.label(), recorder);
    }
    recorder.record(sample.latencyMillis(), sample.failed(), sample.endMillis());
  }

  /** What was recorded so far, for the time between {@code startedAt} and {@code endedAt}. */
  Measurement snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    List<LabelRecorder> recorders = new ArrayList<>();
    byScenario.forEach(
        (scenario, labels) ->
            labels.forEach(
                (label, recorder) -> {
                  statistics.put(new SampleKey(scenario, label), recorder.snapshot());
                  recorders.add(recorder);
                }));
    recorders.forEach(LabelRecorder::close);
    return new Measurement(startedAt, endedAt, statistics, timeline.parts());
  }
}
