package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts samples by scenario and label. One thread only: {@link RunRecorder} is for many. */
final class SampleRecorder {
  private final RecorderSettings settings;
  private final Timeline parts;
  private final Timeline details;
  // Two levels, so that nothing is allocated to look up.
  private final Map<String, Map<String, LabelRecorder>> requests = new HashMap<>();
  private final Map<String, Map<String, LabelRecorder>> transactions = new HashMap<>();

  SampleRecorder(RecorderSettings settings) {
    this.settings = settings;
    this.parts = new Timeline(RunRecorder.WINDOW, RunRecorder.MOST_WINDOWS, settings.timings());
    this.details = new Timeline(RunRecorder.DETAIL, RunRecorder.MOST_DETAILS, settings.timings());
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
      recorder = recorder(sample.key());
      labels.put(sample.label(), recorder);
    }
    recorder.record(sample);
  }

  private LabelRecorder recorder(SampleKey key) {
    return new LabelRecorder(
        key,
        settings.timings(),
        settings.inDetail().test(key) ? List.of(parts, details) : List.of(parts));
  }

  /**
   * What was recorded so far, for the time between {@code startedAt} and {@code endedAt}. Where a
   * transaction has the name of a request of its scenario, the requests alone are in it.
   *
   * @param began when the first request of each scenario began
   */
  Measurement snapshot(Instant startedAt, Instant endedAt, Map<String, Instant> began) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    add(requests, statistics);
    add(transactions, statistics);
    Predicate<SampleKey> wanted = statistics.keySet()::contains;
    return new Measurement(
        startedAt, endedAt, statistics, parts.parts(wanted), details.parts(wanted), began);
  }

  /** The details that begin at or after one moment and end at or before another, in order. */
  List<Measurement> details(long fromMillis, long untilMillis) {
    requests.values().forEach(labels -> labels.values().forEach(LabelRecorder::close));
    transactions.values().forEach(labels -> labels.values().forEach(LabelRecorder::close));
    return details.between(fromMillis, untilMillis);
  }

  private static void add(
      Map<String, Map<String, LabelRecorder>> recorders,
      Map<SampleKey, LabelStatistics> statistics) {
    for (Map<String, LabelRecorder> labels : recorders.values()) {
      for (LabelRecorder recorder : labels.values()) {
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
