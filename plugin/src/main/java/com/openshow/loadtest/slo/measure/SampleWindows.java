package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

  /** Counts one sample. Samples that prepare a virtual user are dropped. */
  public void record(Sample sample) {
    if (!sample.isSetup()) {
      byStart
          .computeIfAbsent(start(sample.endMillis()), absent -> new WindowRecorder(timings))
          .record(sample);
    }
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
