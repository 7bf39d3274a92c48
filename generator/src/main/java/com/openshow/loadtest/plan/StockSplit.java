package com.openshow.loadtest.plan;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Endpoints cut in two, at the place where both parts weigh as much as possible the same: the
 * deviations of nested halves hardly add up, and the endpoints stay in the file's order.
 *
 * @param from the first one's index
 * @param middle the index of the second part's first one
 * @param to one more than the last one's index
 */
record StockSplit(int from, int middle, int to) {
  StockSplit {
    if (!(from >= 0 && from < middle && middle < to)) {
      throw new IllegalArgumentException(
          "a split must have two parts, but was " + from + ", " + middle + ", " + to);
    }
  }

  /**
   * The best cut of a part of the weights.
   *
   * @param weights each more than 0
   * @param to at least {@code from + 2}
   */
  static StockSplit of(List<Double> weights, int from, int to) {
    double whole = sum(weights, from, to);
    int best = from + 1;
    double left = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int middle = from + 1; middle < to; middle++) {
      left += weights.get(middle - 1);
      double distance = Math.abs(2 * left - whole);
      if (distance < smallest) {
        smallest = distance;
        best = middle;
      }
    }
    return new StockSplit(from, best, to);
  }

  private static double sum(List<Double> weights, int from, int to) {
    return IntStream.range(from, to).mapToDouble(weights::get).sum();
  }
}
