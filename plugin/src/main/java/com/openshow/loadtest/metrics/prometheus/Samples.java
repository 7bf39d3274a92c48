package com.openshow.loadtest.metrics.prometheus;

import com.openshow.loadtest.metrics.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Values with their times, in few bytes: there may be a million of them. */
final class Samples {
  private static final int FIRST_CAPACITY = 16;

  private long[] millis = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private int size;
  private boolean isAscending = true;

  void add(long when, double value) {
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    isAscending &= size == 0 || when > millis[size - 1];
    millis[size] = when;
    values[size] = value;
    size++;
  }

  int size() {
    return size;
  }

  long millis(int index) {
    return millis[index];
  }

  double value(int index) {
    return values[index];
  }

  /** The earliest time; there must be one. */
  long earliest() {
    return isAscending ? millis[0] : Arrays.stream(millis, 0, size).min().getAsLong();
  }

  /** The latest time; there must be one. */
  long latest() {
    return isAscending ? millis[size - 1] : Arrays.stream(millis, 0, size).max().getAsLong();
  }

  /** The times from one to the next, in milliseconds. */
  LongStream steps() {
    return IntStream.range(1, size).mapToLong(i -> millis[i] - millis[i - 1]);
  }

  /** Whether times ascend, as those of a series must. */
  boolean isAscending() {
    return isAscending;
  }

  /**
   * As points in the order of time; of several at one moment, the first that was added.
   *
   * @param shift is taken from each time, in milliseconds
   */
  List<Point> points(long shift) {
    List<Point> points = new ArrayList<>(size);
    long last = Long.MIN_VALUE;
    for (int index : order()) {
      if (points.isEmpty() || millis[index] > last) {
        points.add(new Point(millis[index] - shift, values[index]));
        last = millis[index];
      }
    }
    return points;
  }

  private int[] order() {
    IntStream all = IntStream.range(0, size);
    return isAscending
        ? all.toArray()
        : all.boxed()
            .sorted((one, other) -> Long.compare(millis[one], millis[other]))
            .mapToInt(Integer::intValue)
            .toArray();
  }
}
