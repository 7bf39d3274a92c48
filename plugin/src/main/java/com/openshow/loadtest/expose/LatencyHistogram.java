package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/**
 * Latencies in seconds, as Prometheus counts them: in classic and in native buckets. One thread
 * only.
 */
final class LatencyHistogram {
  /**
   * Each power of two is divided into {@code 2^7} native buckets. A bucket is then 0.54 % wide, and
   * one that holds a latency of up to 184 ms holds no other: JMeter measures whole milliseconds.
   */
  static final int SCHEMA = 7;

  private static final int BUCKETS_PER_DOUBLING = 1 << SCHEMA;

  /** What is nearer to zero is zero: the value that client libraries begin with. */
  private static final double ZERO_THRESHOLD = Math.pow(2, -128);

  private static final double MILLIS = 1000;

  private final double[] boundsMillis;
  private final long[] classic;
  private final Map<Integer, Long> buckets = new TreeMap<>();
  private long zeros;
  private long count;
  private double sumMillis;

  /**
   * No latency.
   *
   * @param boundsMillis of the classic buckets, as {@link Bounds} makes them
   */
  LatencyHistogram(double[] boundsMillis) {
    this.boundsMillis = boundsMillis;
    this.classic = new long[boundsMillis.length];
  }

  long count() {
    return count;
  }

  void add(LatencyDistribution latencies) {
    latencies.forEach(this::add);
  }

  private void add(long millis, long number) {
    int bound = 0;
    while (millis > boundsMillis[bound]) {
      bound++;
    }
    classic[bound] += number;
    if (millis == 0) {
      zeros += number;
    } else {
      buckets.merge(bucket(millis / MILLIS), number, Long::sum);
    }
    count += number;
    sumMillis += (double) millis * number;
  }

  /**
   * The native bucket of a value: the least whole number of which {@code 2^(number / 2^SCHEMA)} is
   * no less than it.
   *
   * @param seconds more than 0
   */
  static int bucket(double seconds) {
    int exponent = Math.getExponent(seconds);
    // In [1, 2), where its logarithm is exact for a power of two: those are upper bounds.
    double mantissa = Math.scalb(seconds, -exponent);
    return exponent * BUCKETS_PER_DOUBLING
        + (int) Math.ceil(Math.log(mantissa) / Math.log(2) * BUCKETS_PER_DOUBLING);
  }

  HistogramDataPointSnapshot snapshot(Labels labels) {
    double[] seconds = new double[boundsMillis.length];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = boundsMillis[i] / MILLIS;
    }
    return HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(ClassicHistogramBuckets.of(seconds, classic))
        .nativeSchema(SCHEMA)
        .nativeZeroThreshold(ZERO_THRESHOLD)
        .nativeZeroCount(zeros)
        .nativeBucketsForPositiveValues(
            NativeHistogramBuckets.of(
                new ArrayList<>(buckets.keySet()), new ArrayList<>(buckets.values())))
        .sum(sumMillis / MILLIS)
        .labels(labels)
        .build();
  }
}
