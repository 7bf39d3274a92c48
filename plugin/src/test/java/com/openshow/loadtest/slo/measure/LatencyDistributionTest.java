package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LatencyDistributionTest {
  private static final long SEED = 795;

  @Test
  void nothingMeasuredHasNoPercentile() {
    assertThat(LabelStatistics.none().latencies().percentile(95)).isEmpty();
  }

  @Test
  void percentilesAreTheOrderStatisticWithinATenthOfAPercent() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      long[] values =
          random.longs(1 + random.nextInt(400), 0, round % 2 == 0 ? 300 : 3_600_000).toArray();
      LatencyDistribution distribution = record(values);
      Arrays.sort(values);
      for (double percentile : new double[] {0.1, 50, 90, 95, 99, 99.9, 100}) {
        // Rank ceil(p / 100 * n) in whole numbers: tenths of a percent are exact as thousandths.
        long thousandths = Math.round(percentile * 10);
        int rank = (int) ((thousandths * values.length + 999) / 1000);
        double exact = values[rank - 1];
        assertThat(distribution.percentile(percentile).orElseThrow())
            .as("seed %d round %d p%s of %d", SEED, round, percentile, values.length)
            .isCloseTo(exact, within(exact / 1000));
      }
    }
  }

  @Test
  void wholeMillisecondsUpToTwoSecondsAreExact() {
    for (int value = 0; value < 2048; value++) {
      assertThat(record(value).percentile(95)).hasValue(value);
    }
  }

  @Test
  void mergingEqualsRecordingAllInOne() {
    Random random = new Random(SEED);
    LabelRecorder all = recorder();
    LabelStatistics merged = LabelStatistics.none();
    for (int part = 0; part < 100; part++) {
      LabelRecorder one = recorder();
      for (int i = random.nextInt(50); i > 0; i--) {
        long value = random.nextInt(100_000);
        boolean error = random.nextInt(10) == 0;
        one.record(sample(value, error));
        all.record(sample(value, error));
      }
      merged = merged.merge(one.snapshot());
    }
    LabelStatistics single = all.snapshot();
    assertThat(merged.samples()).isEqualTo(single.samples());
    assertThat(merged.errors()).isEqualTo(single.errors());
    for (double percentile = 0.5; percentile <= 100; percentile += 0.5) {
      assertThat(merged.latencies().percentile(percentile))
          .as("seed %d p%s", SEED, percentile)
          .isEqualTo(single.latencies().percentile(percentile));
    }
  }

  @Test
  void theSpectrumRisesToTheGreatestValueAndAgreesWithThePercentiles() {
    LatencyDistribution distribution =
        record(new Random(SEED).longs(10_000, 1, 5_000_000).toArray());
    List<LatencyDistribution.Point> spectrum = distribution.spectrum();
    assertThat(spectrum).hasSizeBetween(50, 200);
    assertThat(spectrum)
        .isSortedAccordingTo(Comparator.comparingDouble(LatencyDistribution.Point::percentile))
        .isSortedAccordingTo(Comparator.comparingDouble(LatencyDistribution.Point::latencyMillis));
    for (LatencyDistribution.Point point : spectrum.subList(1, spectrum.size() - 1)) {
      assertThat(distribution.percentile(point.percentile()))
          .as("seed %d p%s", SEED, point.percentile())
          .hasValue(point.latencyMillis());
    }
    LatencyDistribution.Point last = spectrum.get(spectrum.size() - 1);
    assertThat(last.percentile()).isLessThan(100);
    assertThat(distribution.percentile(100)).hasValue(last.latencyMillis());
  }

  @Test
  void nothingMeasuredHasNoSpectrum() {
    assertThat(LabelStatistics.none().latencies().spectrum()).isEmpty();
  }

  @Test
  void percentilesOutsideTheirRangeAreRefused() {
    LatencyDistribution one = record(1);
    for (double percentile : new double[] {0, -1, 100.1, Double.NaN}) {
      assertThatThrownBy(() -> one.percentile(percentile))
          .hasMessage("percentile must be greater than 0 and at most 100, but was " + percentile);
    }
  }

  private static LabelRecorder recorder() {
    return new LabelRecorder(
        new SampleKey("S", "GET /"), EnumSet.of(Timing.RESPONSE), (start, own, counts) -> {});
  }

  private static Sample sample(long millis, boolean failed) {
    return new Sample("S", "GET /", "user", 0, millis, 0, failed);
  }

  private static LatencyDistribution record(long... values) {
    LabelRecorder recorder = recorder();
    Arrays.stream(values).forEach(value -> recorder.record(sample(value, false)));
    return recorder.snapshot().latencies();
  }
}
