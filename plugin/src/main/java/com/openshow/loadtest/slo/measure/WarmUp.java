package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Which samples begin in the warm-up. It lasts from the start of the earliest sample of the run,
 * and that one may end, and arrive, after many others: so a sample that seems to begin in the
 * warm-up is held back, and let go if an earlier one turns up.
 */
final class WarmUp {
  private final long millis;
  private final LongAccumulator firstStart = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final Queue<Sample> held = new ConcurrentLinkedQueue<>();

  WarmUp(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("warm-up must be at least 0, but was " + duration);
    }
    this.millis = duration.toMillis();
  }

  /** A sample of the run began then. */
  void began(long startMillis) {
    firstStart.accumulate(startMillis);
  }

  /** Whether the sample certainly counts; if not, it is held back. */
  boolean admits(Sample sample) {
    began(sample.startMillis());
    if (isOver(sample)) {
      return true;
    }
    held.add(sample);
    return false;
  }

  private boolean isOver(Sample sample) {
    return millis == 0 || sample.startMillis() >= endMillis();
  }

  /** Takes away the samples that were held back and count, as it turned out. */
  synchronized List<Sample> release() {
    List<Sample> released = new ArrayList<>();
    for (Iterator<Sample> samples = held.iterator(); samples.hasNext(); ) {
      Sample sample = samples.next();
      if (isOver(sample)) {
        samples.remove();
        released.add(sample);
      }
    }
    return released;
  }

  /** How many samples are held back. */
  long held() {
    return held.size();
  }

  /** When the earliest sample began, in milliseconds since 1970. Needs a sample. */
  long startMillis() {
    return firstStart.get();
  }

  /** Its end, in milliseconds since 1970, as far as the samples tell. Needs a sample. */
  long endMillis() {
    return firstStart.get() + millis;
  }
}
