package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Figures against brute force, over latencies of 1 to 3,600,000,000: an hour in microseconds, which
 * is more than JMeter's milliseconds ever come to.
 */
final class LatencyAccuracyTest {
  private static final long SEED = 20_261_202;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final int SAMPLES = 50_000;
  private static final int RECORDERS = 100;
  private static final long END_MILLIS = 1_700_000_000_000L;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void everyPercentileIsWithinATenthOfAPercentOfTheOrderStatistic() {
    for (int round = 0; round < 3; round++) {
      long[] values = values();
      LatencyDistribution distribution = latencies(recorder(values));
      Arrays.sort(values);
      for (int hundredths = 5_000; hundredths <= 9_999; hundredths++) {
        int rank = (int) (((long) hundredths * SAMPLES + 9_999) / 10_000);
        double exact = values[rank - 1];
        assertThat(distribution.percentile(hundredths / 100.0).orElseThrow())
            .as("p%s of round %d, seed %d", hundredths / 100.0, round, SEED)
            .isCloseTo(exact, within(exact / 1_000));
      }
    }
  }

  @Test
  void everyOrderStatisticIsWithinATenthOfAPercent() {
    long[] values = values();
    LatencyDistribution distribution = latencies(recorder(values));
    Arrays.sort(values);
    for (int rank = 1; rank <= SAMPLES; rank += 7) {
      double exact = values[rank - 1];
      assertThat(distribution.atRank(rank))
          .as("rank %d, seed %d", rank, SEED)
          .isCloseTo(exact, within(exact / 1_000));
    }
  }

  @Test
  void theMergeOfAHundredRecordersIsWhatOneWouldHaveRecorded() {
    long[] values = values();
    Measurement single = measurement(recorder(values));
    List<Measurement> parts = new ArrayList<>();
    int from = 0;
    for (int part = 1; part <= RECORDERS; part++) {
      // Of very different sizes: some have nothing to tell.
      int to =
          part == RECORDERS
              ? SAMPLES
              : Math.min(SAMPLES, from + random.nextInt(4 * SAMPLES / RECORDERS) * (part % 2));
      parts.add(measurement(recorder(Arrays.copyOfRange(values, from, to))));
      from = to;
    }
    LabelStatistics all = single.select(key -> true);
    Measurement merged = parts.stream().reduce(Measurement::merge).orElseThrow();
    LabelStatistics sum = merged.select(key -> true);
    assertThat(sum.samples()).isEqualTo(all.samples()).isEqualTo(SAMPLES);
    assertThat(sum.errors()).isEqualTo(all.errors()).isPositive();
    assertThat(sum.latencies().mean()).isEqualTo(all.latencies().mean());
    assertThat(sum.latencies().spectrum()).isEqualTo(all.latencies().spectrum());
    for (int rank = 1; rank <= SAMPLES; rank += 7) {
      assertThat(sum.latencies().atRank(rank))
          .as("rank %d, seed %d", rank, SEED)
          .isEqualTo(all.latencies().atRank(rank));
    }
    for (int hundredths = 1; hundredths <= 10_000; hundredths++) {
      assertThat(sum.latencies().percentile(hundredths / 100.0))
          .as("p%s, seed %d", hundredths / 100.0, SEED)
          .isEqualTo(all.latencies().percentile(hundredths / 100.0));
    }
  }

  /** As many of each size, from a microsecond to an hour. */
  private long[] values() {
    return random
        .doubles(SAMPLES)
        .mapToLong(share -> Math.min(HOUR_MICROS, (long) Math.pow(HOUR_MICROS + 1.0, share)))
        .toArray();
  }

  /** All end at the same moment, since no run lasts as long as the longest of them. */
  private static RunRecorder recorder(long[] values) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (long value : values) {
      recorder.record(
          new Sample("S", "GET /", "user", END_MILLIS - value, value, 0, value % 100 == 0));
    }
    return recorder;
  }

  private static Measurement measurement(RunRecorder recorder) {
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH);
  }

  private static LatencyDistribution latencies(RunRecorder recorder) {
    return measurement(recorder).select(key -> true).latencies();
  }
}
