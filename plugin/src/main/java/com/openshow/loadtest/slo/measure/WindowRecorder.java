package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts the samples and the virtual users of one window. */
final class WindowRecorder {
  private final Set<Timing> timings;
  private final Map<SampleKey, Counts> byKey = new HashMap<>();
  private final Set<String> users = new HashSet<>();
  private int otherUsers;
  private int toldUsers;

  WindowRecorder(Set<Timing> timings) {
    this.timings = EnumSet.copyOf(timings);
  }

  synchronized void record(Sample sample) {
    byKey.computeIfAbsent(sample.key(), absent -> Counts.packed(timings)).add(sample);
    users.add(sample.user());
  }

  /** Counts what another recorder counted in a part of the window. */
  synchronized void add(SampleKey key, LabelStatistics statistics) {
    byKey.computeIfAbsent(key, absent -> Counts.packed(timings)).add(statistics);
  }

  /** Counts virtual users whom another recorder has seen. */
  synchronized void addUsers(int more) {
    otherUsers += more;
  }

  /** How many virtual users were seen that no call before has told of. */
  synchronized int takeNewUsers() {
    int fresh = users.size() + otherUsers - toldUsers;
    toldUsers += fresh;
    return fresh;
  }

  synchronized SampleWindow snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    byKey.forEach((key, counts) -> statistics.put(key, counts.sparse()));
    return new SampleWindow(
        new Measurement(startedAt, endedAt, statistics), users.size() + otherUsers);
  }
}
