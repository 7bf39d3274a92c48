package com.openshow.loadtest.metrics.promql;

import com.openshow.loadtest.metrics.series.Labels;
import com.openshow.loadtest.metrics.series.SampleReader;
import com.openshow.loadtest.metrics.series.StoredSamples;
import java.util.Arrays;

/**
 * The samples of one series from some time before a moment to that moment, both included. It moves
 * forward with the moment; only what lies in it is unpacked.
 */
final class Window {
  private final Labels labels;
  private final SampleReader reader;
  private final long rangeMillis;
  private final long offsetMillis;
  private boolean hasNext;
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int first;
  private int end;
  private long moment;

  Window(StoredSamples samples, RangeNode node) {
    this.labels = samples.labels();
    this.reader = samples.reader();
    this.rangeMillis = node.rangeMillis();
    this.offsetMillis = node.selector().offsetMillis();
    this.hasNext = reader.next();
  }

  /** Moves to a moment that is not before the last one. */
  void moveTo(long millis) {
    moment = millis;
    while (hasNext && reader.millis() <= endMillis()) {
      if (!reader.isStale() && reader.millis() >= startMillis()) {
        add(reader.millis(), reader.value());
      }
      hasNext = reader.next();
    }
    while (first < end && times[first] < startMillis()) {
      first++;
    }
  }

  private void add(long millis, double value) {
    if (end == times.length) {
      makeRoom();
    }
    times[end] = millis;
    values[end] = value;
    end++;
  }

  /** Those that were left behind make room first. */
  private void makeRoom() {
    int kept = end - first;
    int capacity = kept > times.length / 2 ? times.length * 2 : times.length;
    times = Arrays.copyOf(Arrays.copyOfRange(times, first, end), capacity);
    values = Arrays.copyOf(Arrays.copyOfRange(values, first, end), capacity);
    first = 0;
    end = kept;
  }

  Labels labels() {
    return labels;
  }

  int size() {
    return end - first;
  }

  /** The time of a sample in milliseconds, from 0, the earliest. */
  long millis(int index) {
    return times[first + index];
  }

  double value(int index) {
    return values[first + index];
  }

  long lastMillis() {
    return times[end - 1];
  }

  double lastValue() {
    return values[end - 1];
  }

  /** The moment of the evaluation. */
  long moment() {
    return moment;
  }

  long startMillis() {
    return endMillis() - rangeMillis;
  }

  long endMillis() {
    return moment - offsetMillis;
  }

  double rangeSeconds() {
    return rangeMillis / 1000.0;
  }

  /** A copy of the values. */
  double[] values() {
    return Arrays.copyOfRange(values, first, end);
  }
}
