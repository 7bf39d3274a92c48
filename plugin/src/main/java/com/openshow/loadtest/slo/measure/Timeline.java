package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The samples of a run by successive windows of time. One thread only.
 *
 * <p>A sample belongs to the window in which it ended. Windows begin at whole multiples of their
 * length since 1970, so they depend neither on the order of the samples nor on the files in which
 * they stand. When there are too many, each two become one of twice the length: a long run has no
 * more of them than a short one.
 */
final class Timeline {
  private final int most;
  private final Set<Timing> timings;
  private long lengthMillis;
  private TreeMap<Long, Map<SampleKey, Counts>> windows = new TreeMap<>();

  /**
   * A timeline without samples.
   *
   * @param length of each window, as long as the run is short
   * @param most how many windows there are at the most
   * @param timings which times are kept
   */
  Timeline(Duration length, int most, Set<Timing> timings) {
    this.lengthMillis = length.toMillis();
    this.most = most;
    this.timings = EnumSet.copyOf(timings);
  }

  /** The start of the window that holds this moment, in milliseconds since 1970. */
  long start(long millis) {
    return Math.floorDiv(millis, lengthMillis) * lengthMillis;
  }

  /** Adds what was counted in a window. */
  void add(long start, SampleKey key, Counts counts) {
    counts(windows.computeIfAbsent(start(start), absent -> new HashMap<>()), key).add(counts);
    while (windows.lastKey() - windows.firstKey() >= most * lengthMillis) {
      widen();
    }
  }

  private void widen() {
    lengthMillis *= 2;
    TreeMap<Long, Map<SampleKey, Counts>> wider = new TreeMap<>();
    windows.forEach(
        (start, counts) -> {
          Map<SampleKey, Counts> into =
              wider.computeIfAbsent(start(start), absent -> new HashMap<>());
          counts.forEach((key, one) -> counts(into, key).add(one));
        });
    windows = wider;
  }

  // Packed: most windows hold few different latencies.
  private Counts counts(Map<SampleKey, Counts> window, SampleKey key) {
    return window.computeIfAbsent(key, absent -> Counts.packed(timings));
  }

  /** How many windows have samples. */
  int size() {
    return windows.size();
  }

  /** The windows with samples of these keys, in order. */
  List<Measurement> parts(Predicate<SampleKey> wanted) {
    return parts(windows, wanted);
  }

  /** The windows that begin at or after one moment and end at or before another, in order. */
  List<Measurement> between(long fromMillis, long untilMillis) {
    return parts(
        windows.subMap(fromMillis, true, Math.max(fromMillis, untilMillis - lengthMillis), true),
        key -> true);
  }

  private List<Measurement> parts(
      NavigableMap<Long, Map<SampleKey, Counts>> some, Predicate<SampleKey> wanted) {
    return some.entrySet().stream()
        .map(
            window -> {
              Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
              window
                  .getValue()
                  .forEach(
                      (key, one) -> {
                        if (wanted.test(key)) {
                          statistics.put(key, one.snapshot());
                        }
                      });
              Instant start = Instant.ofEpochMilli(window.getKey());
              return new Measurement(start, start.plusMillis(lengthMillis), statistics);
            })
        .filter(window -> !window.statistics().isEmpty())
        .toList();
  }
}
