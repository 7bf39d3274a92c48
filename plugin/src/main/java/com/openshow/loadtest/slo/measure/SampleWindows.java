package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Samples by successive windows of time, so that it can be seen how a run went on. Safe for any
 * number of threads.
 *
 * <p>A sample belongs to the window in which it ended. Windows begin at whole multiples of their
 * length since 1970: so they depend neither on the order of the samples nor on the files in which
 * they stand, and windows of several injectors are the same.
 */
public final class SampleWindows {
  private final long lengthMillis;
  private final Set<Timing> timings;
  private final ConcurrentNavigableMap<Long, WindowRecorder> byStart =
      new ConcurrentSkipListMap<>();

  /**
   * Windows without samples.
   *
   * @param length of each, at least a millisecond
   * @param timings which times are recorded
   */
  public SampleWindows(Duration length, Set<Timing> timings) {
    if (length.toMillis() < 1) {
      throw new IllegalArgumentException("length must be at least 1 ms, but was " + length);
    }
    this.lengthMillis = length.toMillis();
    this.timings = EnumSet.copyOf(timings);
  }

  /** Counts one sample. Samples that prepare a virtual user or its data are dropped. */
  public void record(Sample sample) {
    if (!sample.isLeftOut()) {
      window(sample.endMillis()).record(sample);
    }
  }

  private WindowRecorder window(long millis) {
    return byStart.computeIfAbsent(start(millis), absent -> new WindowRecorder(timings));
  }

  /** Counts what another recorder counted under a key, in a part of one window. */
  void add(Instant at, SampleKey key, LabelStatistics statistics) {
    window(at.toEpochMilli()).add(key, statistics);
  }

  /** Counts virtual users whom another recorder has seen, by the start of the window. */
  void addUsers(Map<Instant, Integer> users) {
    users.forEach((start, more) -> window(start.toEpochMilli()).addUsers(more));
  }

  /** How many virtual users each window has that no call before has told of. */
  Map<Instant, Integer> takeNewUsers() {
    Map<Instant, Integer> fresh = new HashMap<>();
    byStart.forEach(
        (start, window) -> {
          int users = window.takeNewUsers();
          if (users > 0) {
            fresh.put(Instant.ofEpochMilli(start), users);
          }
        });
    return fresh;
  }

  /** The start of the window that holds this moment, in milliseconds since 1970. */
  public long start(long millis) {
    return Math.floorDiv(millis, lengthMillis) * lengthMillis;
  }

  /**
   * The windows that begin at or after one moment and end at or before another, in order; those
   * without samples are left out.
   *
   * @param fromMillis in milliseconds since 1970
   * @param untilMillis likewise
   */
  public List<SampleWindow> between(long fromMillis, long untilMillis) {
    return byStart.tailMap(fromMillis, true).entrySet().stream()
        .takeWhile(window -> window.getKey() + lengthMillis <= untilMillis)
        .map(
            window ->
                window
                    .getValue()
                    .snapshot(
                        Instant.ofEpochMilli(window.getKey()),
                        Instant.ofEpochMilli(window.getKey() + lengthMillis)))
        .toList();
  }

  /** All windows, in order; those without samples are left out. */
  public List<SampleWindow> all() {
    return between(Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
