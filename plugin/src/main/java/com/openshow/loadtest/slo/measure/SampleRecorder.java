package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where samples go, live from JMeter's threads or one by one from a recorded file. Safe for any
 * number of threads; nothing on the sampling path blocks.
 */
public final class SampleRecorder {
  // Two levels, so that the sampling path looks up without allocating a key.
  private final Map<String, Map<String, LabelRecorder>> requests = new ConcurrentHashMap<>();
  private final Map<String, Map<String, LabelRecorder>> transactions = new ConcurrentHashMap<>();

  /**
   * Counts one sample. Samples that prepare a virtual user ({@link SampleKey#isSetup}) are dropped.
   *
   * @param scenario the name of the thread group
   * @param label the sample's label
   * @param latencyMillis how long the request took, in milliseconds
   * @param error whether it failed
   * @param transaction whether it is the sum of requests that are recorded themselves
   */
  public void record(
      String scenario, String label, long latencyMillis, boolean error, boolean transaction) {
    if (SampleKey.isSetup(label)) {
      return;
    }
    (transaction ? transactions : requests)
        .computeIfAbsent(scenario, absent -> new ConcurrentHashMap<>())
        .computeIfAbsent(label, absent -> new LabelRecorder())
        .record(latencyMillis, error);
  }

  /** Counts one request. */
  public void record(String scenario, String label, long latencyMillis, boolean error) {
    record(scenario, label, latencyMillis, error, false);
  }

  /**
   * What was recorded so far, for the time between {@code startedAt} and {@code endedAt}. Where a
   * transaction has the name of a request of its scenario, the requests alone are in it.
   */
  public Measurement snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    add(requests, false, statistics);
    add(transactions, true, statistics);
    return new Measurement(startedAt, endedAt, statistics);
  }

  private void add(
      Map<String, Map<String, LabelRecorder>> recorders,
      boolean transaction,
      Map<SampleKey, LabelStatistics> statistics) {
    recorders.forEach(
        (scenario, labels) ->
            labels.forEach(
                (label, recorder) -> {
                  if (!transaction || !statistics.containsKey(new SampleKey(scenario, label))) {
                    statistics.put(
                        new SampleKey(scenario, label, transaction), recorder.snapshot());
                  }
                }));
  }
}
