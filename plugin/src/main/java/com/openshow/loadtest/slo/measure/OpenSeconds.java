package com.openshow.loadtest.slo.measure;

import java.util.Set;

/**
 * The two seconds that one key is at. Samples come nearly in the order of their ends; but those of
 * many threads come thread by thread, so around the turn of a second both are wanted in turn.
 */
final class OpenSeconds {
  private static final long MILLIS = RunRecorder.DETAIL.toMillis();

  private final SampleKey key;
  private final Closed closed;
  private final Slot first;
  private final Slot second;

  /** Is handed what was counted in a second. */
  @FunctionalInterface
  interface Closed {
    /**
     * Takes it, or a part of it: more of the same second may follow.
     *
     * @param start of the second, in milliseconds since 1970
     */
    void add(long start, SampleKey key, LabelStatistics counted);
  }

  private static final class Slot {
    private final SecondCounts counts;
    private long start;

    private Slot(Set<Timing> timings) {
      counts = new SecondCounts(timings);
    }
  }

  OpenSeconds(SampleKey key, Set<Timing> timings, Closed closed) {
    this.key = key;
    this.closed = closed;
    this.first = new Slot(timings);
    this.second = new Slot(timings);
  }

  void record(Sample sample) {
    long start = Math.floorDiv(sample.endMillis(), MILLIS) * MILLIS;
    Slot slot = first;
    if (slot.start != start) {
      slot = second.start == start ? second : open(start);
    }
    slot.counts.add(sample);
  }

  private Slot open(long start) {
    Slot older = first.start < second.start ? first : second;
    close(older);
    older.start = start;
    return older;
  }

  /** Hands on what was counted. */
  void close() {
    close(first);
    close(second);
  }

  private void close(Slot slot) {
    if (!slot.counts.isEmpty()) {
      closed.add(slot.start, key, slot.counts.take());
    }
  }
}
