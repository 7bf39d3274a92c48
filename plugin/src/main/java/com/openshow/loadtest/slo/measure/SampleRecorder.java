package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts samples by scenario and label. One thread only: {@link RunRecorder} is for many. */
final class SampleRecorder {
  /** So many seconds of a run wait for somebody who writes them down: ten minutes. */
  static final int MOST_UNTAKEN = 600;

  private final RecorderSettings settings;
  private final Timeline parts;
  private final Timeline details;
  // Two levels, so that nothing is allocated to look up.
  private final Map<String, Map<String, LabelRecorder>> requests = new HashMap<>();
  private final Map<String, Map<String, LabelRecorder>> transactions = new HashMap<>();
  private @Nullable Timeline untaken;

  SampleRecorder(RecorderSettings settings) {
    this.settings = settings;
    this.parts = new Timeline(RunRecorder.WINDOW, RunRecorder.MOST_WINDOWS);
    this.details = new Timeline(RunRecorder.DETAIL, RunRecorder.MOST_DETAILS);
  }

  /** Counts one sample. Samples that prepare a virtual user or its data are dropped. */
  void record(Sample sample) {
    if (sample.isLeftOut()) {
      return;
    }
    recorder(sample.scenario(), sample.label(), sample.transaction()).record(sample);
  }

  /** Counts what another recorder counted in one second. */
  void add(Measurement second) {
    second
        .statistics()
        .forEach(
            (key, statistics) ->
                recorder(key.scenario(), key.label(), key.transaction())
                    .add(second.startedAt().toEpochMilli(), statistics));
  }

  private LabelRecorder recorder(String scenario, String label, boolean transaction) {
    Map<String, LabelRecorder> labels =
        (transaction ? transactions : requests)
            .computeIfAbsent(scenario, absent -> new HashMap<>());
    LabelRecorder recorder = labels.get(label);
    if (recorder == null) {
      SampleKey key = new SampleKey(scenario, label, transaction);
      boolean inDetail = settings.inDetail().test(key);
      recorder =
          new LabelRecorder(
              key,
              settings.timings(),
              (start, own, counted) -> {
                parts.add(start, own, counted);
                if (inDetail) {
                  details.add(start, own, counted);
                }
                keep(start, own, counted);
              });
      labels.put(label, recorder);
    }
    return recorder;
  }

  private void keep(long start, SampleKey key, LabelStatistics counted) {
    Timeline own = untaken;
    if (own != null) {
      own.add(start, key, counted);
      if (own.size() > MOST_UNTAKEN) {
        untaken = null;
      }
    }
  }

  /** From now on keeps what is counted until it is taken. */
  void keep() {
    // So many windows of a second that none ever becomes longer.
    untaken = new Timeline(RunRecorder.DETAIL, Integer.MAX_VALUE);
  }

  /** Keeps nothing more. */
  void forget() {
    untaken = null;
  }

  /**
   * What was counted since the last call, by seconds.
   *
   * @throws IllegalStateException when it is not kept, or was too much
   */
  List<Measurement> take() {
    close();
    Timeline own = untaken;
    if (own == null) {
      throw new IllegalStateException(
          "nobody took what was counted in " + MOST_UNTAKEN + " seconds, so it was thrown away");
    }
    keep();
    return own.parts(key -> true);
  }

  /**
   * What was recorded so far, for the time between {@code startedAt} and {@code endedAt}.
   *
   * @param began when the first request of each scenario began
   * @param faults what was switched on and off
   */
  Measurement snapshot(
      Instant startedAt, Instant endedAt, Map<String, Instant> began, List<FaultSwitch> faults) {
    Map<SampleKey, LabelStatistics> statistics = each(LabelRecorder::snapshot);
    Predicate<SampleKey> wanted = statistics.keySet()::contains;
    return new Measurement(
        startedAt, endedAt, statistics, parts.parts(wanted), details.parts(wanted), began, faults);
  }

  /** The details that begin at or after one moment and end at or before another, in order. */
  List<Measurement> details(long fromMillis, long untilMillis) {
    close();
    return details.between(fromMillis, untilMillis);
  }

  private void close() {
    requests.values().forEach(labels -> labels.values().forEach(LabelRecorder::close));
    transactions.values().forEach(labels -> labels.values().forEach(LabelRecorder::close));
  }

  /** What was recorded so far under each key, without its seconds. */
  Map<SampleKey, Totals> totals() {
    return each(LabelRecorder::totals);
  }

  /** Where a transaction has the name of a request of its scenario, it is left out. */
  private <T> Map<SampleKey, T> each(Function<LabelRecorder, T> of) {
    Map<SampleKey, T> all = new HashMap<>();
    requests
        .values()
        .forEach(labels -> labels.values().forEach(own -> all.put(own.key(), of.apply(own))));
    for (Map<String, LabelRecorder> labels : transactions.values()) {
      for (LabelRecorder own : labels.values()) {
        if (!all.containsKey(new SampleKey(own.key().scenario(), own.key().label()))) {
          all.put(own.key(), of.apply(own));
        }
      }
    }
    return all;
  }
}
