package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The samples of a run by successive windows of time. One thread only.
 *
 * <p>A sample belongs to the window in which it ended. Windows begin at whole multiples of their
 * length since 1970, so they depend neither on the order of the samples nor on the files in which
 * they stand. When there are too many, each two become one of twice the length: a long run has no
 * more of them than a short one.
 */
final class Timeline {
  /** How many windows there are at the most. */
  static final int MOST = 240;

  private long lengthMillis;
  private TreeMap<Long, Map<SampleKey, Counts>> windows = new TreeMap<>();

  /** Packed, since most windows hold few different latencies: a kilobyte instead of twenty. */
  private static final class Counts {
    private Histogram latencies = new PackedHistogram(LabelRecorder.SIGNIFICANT_DIGITS);
    private boolean shown;
    private long errors;

    private void add(Histogram more, long moreErrors) {
      if (shown) {
        latencies = latencies.copy();
        shown = false;
      }
      latencies.add(more);
      errors += moreErrors;
    }

    /** Copied only once it changes: who watches a run sees mostly windows that are over. */
    private LabelStatistics snapshot() {
      shown = true;
      return new LabelStatistics(
          latencies.getTotalCount(), errors, new LatencyDistribution(latencies));
    }
  }

  Timeline(Duration length) {
    this.lengthMillis = length.toMillis();
  }

  /** The start of the window that holds this moment, in milliseconds since 1970. */
  long start(long millis) {
    return Math.floorDiv(millis, lengthMillis) * lengthMillis;
  }

  /** Adds what was counted in a window. */
  void add(long start, SampleKey key, Histogram latencies, long errors) {
    windows
        .computeIfAbsent(start(start), absent -> new HashMap<>())
        .computeIfAbsent(key, absent -> new Counts())
        .add(latencies, errors);
    while (windows.lastKey() - windows.firstKey() >= MOST * lengthMillis) {
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
          counts.forEach(
              (key, one) ->
                  into.computeIfAbsent(key, absent -> new Counts()).add(one.latencies, one.errors));
        });
    windows = wider;
  }

  /** The windows with samples of these keys, in order. */
  List<Measurement> parts(Predicate<SampleKey> wanted) {
    return windows.entrySet().stream()
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
