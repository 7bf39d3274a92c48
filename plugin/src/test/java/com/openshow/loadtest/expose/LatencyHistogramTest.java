package com.openshow.loadtest.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.NativeHistogramBucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
  private static final long SEED = 20261129;

  private static double upperBound(int bucket) {
    return Math.pow(2, bucket / Math.pow(2, LatencyHistogram.SCHEMA));
  }

  @Test
  void everyMillisecondIsInTheBucketWhoseBoundsHoldIt() {
    for (int millis = 1; millis <= 100_000; millis++) {
      double seconds = millis / 1000.0;
      int bucket = LatencyHistogram.bucket(seconds);
      assertThat(upperBound(bucket)).isGreaterThanOrEqualTo(seconds);
      assertThat(upperBound(bucket - 1)).isLessThan(seconds);
    }
  }

  @Test
  void aPowerOfTwoIsAnUpperBoundAndTheLeastAboveItIsNot() {
    for (int power = -10; power <= 12; power++) {
      double seconds = Math.pow(2, power);
      int bucket = LatencyHistogram.bucket(seconds);
      assertThat(bucket).isEqualTo(power << LatencyHistogram.SCHEMA);
      assertThat(LatencyHistogram.bucket(Math.nextUp(seconds))).isEqualTo(bucket + 1);
    }
  }

  @Test
  void bucketsOfAHundredMillisecondsHoldOneLatencyEach() {
    assertThat(
            IntStream.rangeClosed(1, 184)
                .map(millis -> LatencyHistogram.bucket(millis / 1000.0))
                .distinct())
        .hasSize(184);
  }

  @Test
  void classicAndNativeBucketsCountWhatWasMeasured() {
    Random random = new Random(SEED);
    double[] bounds = Bounds.millis(List.of());
    for (int round = 0; round < 100; round++) {
      long[] millis = random.longs(1 + random.nextInt(500), 0, 2_048).toArray();
      LatencyHistogram histogram = new LatencyHistogram(bounds);
      histogram.add(distribution(millis));
      HistogramDataPointSnapshot point = histogram.snapshot(Labels.EMPTY);

      ClassicHistogramBuckets classic = point.getClassicBuckets();
      long below = 0;
      for (int i = 0; i < classic.size(); i++) {
        below += classic.getCount(i);
        double bound = bounds[i];
        assertThat(below)
            .as("seed %d round %d bound %s", SEED, round, bound)
            .isEqualTo(Arrays.stream(millis).filter(value -> value <= bound).count());
      }
      for (NativeHistogramBucket bucket : point.getNativeBucketsForPositiveValues()) {
        double upper = upperBound(bucket.getBucketIndex());
        double lower = upperBound(bucket.getBucketIndex() - 1);
        assertThat(bucket.getCount())
            .isEqualTo(
                Arrays.stream(millis)
                    .filter(value -> value / 1000.0 > lower && value / 1000.0 <= upper)
                    .count());
      }
      assertThat(point.getNativeZeroCount())
          .isEqualTo(Arrays.stream(millis).filter(value -> value == 0).count());
      assertThat(point.getCount()).isEqualTo(millis.length);
      assertThat(point.getSum()).isCloseTo(Arrays.stream(millis).sum() / 1000.0, within(1e-9));
    }
  }

  private static LatencyDistribution distribution(long[] millis) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (long value : millis) {
      recorder.record(new Sample("S", "GET /", "u", 0, value, 0, false));
    }
    return Objects.requireNonNull(recorder.totals().get(new SampleKey("S", "GET /")))
        .statistics()
        .latencies();
  }
}
