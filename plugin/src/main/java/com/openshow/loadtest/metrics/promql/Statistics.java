package com.openshow.loadtest.metrics.promql;

import java.util.Arrays;

/** Figures of some values, each as Prometheus makes it. */
final class Statistics {
  private Statistics() {}

  static double sum(double[] values) {
    Compensated sum = new Compensated();
    for (double value : values) {
      sum.add(value);
    }
    return Double.isInfinite(sum.rough()) ? sum.rough() : sum.value();
  }

  /** The mean. It grows value by value: the sum of large values may be infinite. */
  static double mean(double[] values) {
    Compensated mean = new Compensated();
    double count = 0;
    for (double value : values) {
      count++;
      // An infinite mean stays what it is, unless infinity of the other sign or NaN comes.
      boolean keeps =
          Double.isInfinite(mean.rough())
              && !Double.isNaN(value)
              && (!Double.isInfinite(value) || (mean.rough() > 0) == (value > 0));
      if (!keeps) {
        mean.add(value / count - mean.rough() / count);
      }
    }
    return Double.isInfinite(mean.rough()) ? mean.rough() : mean.value();
  }

  /** The variance of the samples of a time as a whole population (Welford). */
  static double variance(double[] values) {
    Compensated mean = new Compensated();
    Compensated squares = new Compensated();
    double count = 0;
    for (double value : values) {
      count++;
      double difference = value - mean.value();
      mean.add(difference / count);
      squares.add(difference * (value - mean.value()));
    }
    return squares.value() / count;
  }

  /**
   * The same of the elements of an aggregation. The first one is taken for the mean without a look
   * at it: alone, it has the variance 0 even where it is no number.
   */
  static double varianceOfElements(double[] values) {
    double mean = values[0];
    double squares = 0;
    for (int i = 1; i < values.length; i++) {
      double difference = values[i] - mean;
      mean += difference / (i + 1);
      squares += difference * (values[i] - mean);
    }
    return squares / values.length;
  }

  /** The least; NaN only where all are. */
  static double min(double[] values) {
    double min = values[0];
    for (double value : values) {
      if (value < min || Double.isNaN(min)) {
        min = value;
      }
    }
    return min;
  }

  /** The greatest; NaN only where all are. */
  static double max(double[] values) {
    double max = values[0];
    for (double value : values) {
      if (value > max || Double.isNaN(max)) {
        max = value;
      }
    }
    return max;
  }

  /** The quantile, in a straight line between the two values beside it; NaN are the least. */
  static double quantile(double ratio, double[] values) {
    if (values.length == 0 || Double.isNaN(ratio)) {
      return Double.NaN;
    }
    if (ratio < 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (ratio > 1) {
      return Double.POSITIVE_INFINITY;
    }
    double[] sorted = sorted(values);
    double rank = ratio * (sorted.length - 1);
    int lower = (int) Math.floor(rank);
    int upper = Math.min(sorted.length - 1, lower + 1);
    double weight = rank - lower;
    return sorted[lower] * (1 - weight) + sorted[upper] * weight;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    // Java has NaN for the greatest.
    Arrays.sort(sorted);
    int numbers = sorted.length;
    while (numbers > 0 && Double.isNaN(sorted[numbers - 1])) {
      numbers--;
    }
    double[] turned = new double[sorted.length];
    Arrays.fill(turned, Double.NaN);
    System.arraycopy(sorted, 0, turned, sorted.length - numbers, numbers);
    return turned;
  }
}
