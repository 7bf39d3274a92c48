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
  private final Map<String, Map<String, LabelRecorder>> byScenario = new ConcurrentHashMap<>();

  /**
   * Counts one sample. Samples that prepare a virtual user ({@link SampleKey#isSetup}) are dropped.
   *
   * @param scenario the name of the thread group
   * @param label the sample's label
   * @param latencyMillis how long the request took, in milliseconds
   * @param error whether it failed
   */
  public void record(String scenario, String label, long latencyMillis, boolean error) {
    if (SampleKey.isSetup(label)) {
      return;
    }
    byScenario
        .computeIfAbsent(scenario, absent -> new ConcurrentHashMap<>())
        .computeIfAbsent(label, absent -> new LabelRecorder())
        .record(latencyMillis, error);
  }

  /** What was recorded so far, for the time between {@code startedAt} and {@code endedAt}. */
  public Measurement snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    byScenario.forEach(
        (scenario, labels) ->
            labels.forEach(
                (label, recorder) ->
                    statistics.put(new SampleKey(scenario, label), recorder.snapshot())));
    return new Measurement(startedAt, endedAt, statistics);
  }
}
