package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
  private long lengthMillis;
  private TreeMap<Long, Map<SampleKey, LabelStatistics>> windows = new TreeMap<>();

  /**
   * A timeline without samples.
   *
   * @param length of each window, as long as the run is short
   * @param most how many windows there are at the most
   */
  Timeline(Duration length, int most) {
    this.lengthMillis = length.toMillis();
    this.most = most;
  }

  /** The start of the window that holds this moment, in milliseconds since 1970. */
  long start(long millis) {
    return Math.floorDiv(millis, lengthMillis) * lengthMillis;
  }

  /** Adds what was counted in a window. */
  void add(long start, SampleKey key, LabelStatistics counted) {
    windows
        .computeIfAbsent(start(start), absent -> new HashMap<>())
        .merge(key, counted, LabelStatistics::merge);
    while (windows.lastKey() - windows.firstKey() >= most * lengthMillis) {
      widen();
    }
  }

  private void widen() {
    lengthMillis *= 2;
    TreeMap<Long, Map<SampleKey, LabelStatistics>> wider = new TreeMap<>();
    // One by one out of the old into the new: both at once would be twice the memory.
    for (var window = windows.pollFirstEntry(); window != null; window = windows.pollFirstEntry()) {
      Map<SampleKey, LabelStatistics> into =
          wider.computeIfAbsent(start(window.getKey()), absent -> new HashMap<>());
      window.getValue().forEach((key, one) -> into.merge(key, one, LabelStatistics::merge));
    }
    windows = wider;
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
      NavigableMap<Long, Map<SampleKey, LabelStatistics>> some, Predicate<SampleKey> wanted) {
    return some.entrySet().stream()
        .map(
            window -> {
              Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
              window
                  .getValue()
                  .forEach(
                      (key, one) -> {
                        if (wanted.test(key)) {
                          statistics.put(key, one);
                        }
                      });
              Instant start = Instant.ofEpochMilli(window.getKey());
              return new Measurement(start, start.plusMillis(lengthMillis), statistics);
            })
        .filter(window -> !window.statistics().isEmpty())
        .toList();
  }
}
