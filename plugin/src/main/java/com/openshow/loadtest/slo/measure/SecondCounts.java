package com.openshow.loadtest.slo.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts samples of one kind for a second. One thread only. */
final class SecondCounts {
  private final Timing[] timings;
  private final Gathered[] successful;
  private final Gathered[] failed;
  private long samples;
  private long measured;
  private long receivedBytes;
  private long sentBytes;

  SecondCounts(Set<Timing> timings) {
    this.timings = timings.toArray(Timing[]::new);
    this.successful = new Gathered[this.timings.length];
    this.failed = new Gathered[this.timings.length];
    for (int i = 0; i < this.timings.length; i++) {
      successful[i] = new Gathered();
      failed[i] = new Gathered();
    }
  }

  void add(Sample sample) {
    samples++;
    Gathered[] own = sample.failed() ? failed : successful;
    for (int i = 0; i < timings.length; i++) {
      long millis = timings[i].millis(sample);
      if (millis >= 0) {
        own[i].add(millis);
      }
    }
    Details details = sample.details();
    if (details.receivedBytes() >= 0 && details.sentBytes() >= 0) {
      measured++;
      receivedBytes += details.receivedBytes();
      sentBytes += details.sentBytes();
    }
  }

  boolean isEmpty() {
    return samples == 0;
  }

  /** What was counted since the last call. */
  LabelStatistics take() {
    Map<Timing, Latencies> times = new EnumMap<>(Timing.class);
    for (int i = 0; i < timings.length; i++) {
      times.put(timings[i], new Latencies(successful[i].take(), failed[i].take()));
    }
    Transfer transfer = new Transfer(measured, receivedBytes, sentBytes);
    samples = 0;
    measured = 0;
    receivedBytes = 0;
    sentBytes = 0;
    return new LabelStatistics(times, transfer);
  }
}
