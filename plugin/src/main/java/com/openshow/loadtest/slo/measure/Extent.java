package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When the samples of a run ended, and when those of each scenario began. One thread only. */
final class Extent {
  private final Map<String, Long> began = new HashMap<>();
  private long lastEnd = Long.MIN_VALUE;

  void add(Sample sample) {
    lastEnd = Math.max(lastEnd, sample.endMillis());
    began(sample.scenario(), sample.startMillis());
  }

  void add(Increment increment) {
    lastEnd = Math.max(lastEnd, increment.latestEnd().toEpochMilli());
    increment.began().forEach((scenario, at) -> began(scenario, at.toEpochMilli()));
  }

  private void began(String scenario, long startMillis) {
    Long first = began.get(scenario);
    if (first == null || startMillis < first) {
      began.put(scenario, startMillis);
    }
  }

  /** Whether there was no sample. */
  boolean isEmpty() {
    return lastEnd == Long.MIN_VALUE;
  }

  /** When the last sample ended, in milliseconds since 1970. */
  long lastEnd() {
    return lastEnd;
  }

  /** When the first sample of each scenario began. */
  Map<String, Instant> began() {
    Map<String, Instant> instants = new HashMap<>();
    began.forEach((scenario, at) -> instants.put(scenario, Instant.ofEpochMilli(at)));
    return instants;
  }
}
