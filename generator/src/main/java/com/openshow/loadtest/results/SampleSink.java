package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the samples of any number of files into one measurement. */
public final class SampleSink {
  private final List<String> scenarios;
  private final Map<String, String> scenarioByGroup = new HashMap<>();
  private final SampleRecorder recorder = new SampleRecorder();
  private final long warmUpMillis;
  private long measuredFromMillis;
  private long firstMillis = Long.MAX_VALUE;
  private long lastMillis = Long.MIN_VALUE;

  /**
   * A sink without samples.
   *
   * @param scenarios the names of the thread groups that are known
   * @param warmUp how long after the first sample samples are left out
   */
  public SampleSink(List<String> scenarios, Duration warmUp) {
    this.warmUpMillis = warmUp.toMillis();
    this.scenarios = List.copyOf(scenarios);
  }

  /** Adds a sample as it stands in a results file. */
  void add(
      long startMillis,
      long elapsedMillis,
      long lagMillis,
      String label,
      String threadName,
      boolean ok,
      boolean transaction) {
    boolean first = firstMillis > lastMillis;
    if (first) {
      measuredFromMillis = startMillis + warmUpMillis;
    }
    firstMillis = Math.min(firstMillis, startMillis);
    lastMillis = Math.max(lastMillis, startMillis + Math.max(0, elapsedMillis));
    if (warmUpMillis > 0 && startMillis < measuredFromMillis) {
      return;
    }
    recorder.record(scenario(threadName), label, elapsedMillis + lagMillis, !ok, transaction);
  }

  /** All samples of all files together. Without any, the time is that of {@code now}. */
  public Measurement measurement(Instant now) {
    boolean none = firstMillis > lastMillis;
    return recorder.snapshot(
        none ? now : Instant.ofEpochMilli(Math.min(lastMillis, firstMillis + warmUpMillis)),
        none ? now : Instant.ofEpochMilli(lastMillis));
  }

  /**
   * The thread group of a thread: JMeter names threads {@code group 1-23}, and in distributed tests
   * {@code host-group 1-23}.
   */
  private String scenario(String threadName) {
    int space = threadName.lastIndexOf(' ');
    String group = space < 0 ? threadName : threadName.substring(0, space);
    return scenarioByGroup.computeIfAbsent(group, this::scenarioOf);
  }

  private String scenarioOf(String group) {
    return scenarios.contains(group)
        ? group
        : scenarios.stream()
            .filter(scenario -> group.endsWith("-" + scenario))
            .max(Comparator.comparingInt(String::length))
            .orElse(group);
  }
}
