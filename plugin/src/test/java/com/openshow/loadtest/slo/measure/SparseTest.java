package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Histograms in few bytes, held against HdrHistogram's own. */
final class SparseTest {
  private static final long SEED = 20_261_126;
  private static final Histogram LAYOUT = new Histogram(Counts.SIGNIFICANT_DIGITS);

  private final Random random = new Random(SEED);

  /** From 0 to some hours, all lengths of numbers alike. */
  private long value() {
    return random.nextLong() >>> (30 + random.nextInt(34));
  }

  @Test
  void bucketsAreThoseOfHdrHistogram() {
    for (int i = 0; i < 1_000_000; i++) {
      long value = i < 10_000 ? i : value();
      assertThat(Buckets.greatest(Buckets.index(value)))
          .as("%d, seed %d", value, SEED)
          .isEqualTo(LAYOUT.highestEquivalentValue(value));
    }
  }

  @Test
  void bucketsAreCountedWithoutAGap() {
    long value = 0;
    for (long index = 0; index < 40_000; index++) {
      assertThat(Buckets.index(value)).isEqualTo(index);
      value = Buckets.greatest(index) + 1;
    }
  }

  @Test
  void countingAndAddingUpIsWhatAHistogramDoes() {
    for (int run = 0; run < 300; run++) {
      Histogram expected = new Histogram(Counts.SIGNIFICANT_DIGITS);
      Sparse sum = Sparse.EMPTY;
      for (int part = random.nextInt(5); part >= 0; part--) {
        long[] some = LongStream.range(0, random.nextInt(500)).map(i -> value()).toArray();
        LongStream.of(some).forEach(expected::recordValue);
        sum = sum.plus(Sparse.of(some, some.length));
      }
      Histogram actual = new Histogram(Counts.SIGNIFICANT_DIGITS);
      sum.addTo(actual);
      assertThat(actual).as("run %d, seed %d", run, SEED).isEqualTo(expected);
      assertThat(sum.total()).isEqualTo(expected.getTotalCount());
      Histogram again = new Histogram(Counts.SIGNIFICANT_DIGITS);
      Sparse.of(expected).addTo(again);
      assertThat(again).isEqualTo(expected);
    }
  }

  @Test
  void countsMayBeAsLargeAsThereAreSamples() {
    Histogram many = new Histogram(Counts.SIGNIFICANT_DIGITS);
    many.recordValueWithCount(0, 1L << 40);
    many.recordValueWithCount(1, 127);
    many.recordValueWithCount(3_600_000, 128);
    Histogram actual = new Histogram(Counts.SIGNIFICANT_DIGITS);
    Sparse.of(many).plus(Sparse.of(many)).addTo(actual);
    many.add(many.copy());
    assertThat(actual).isEqualTo(many);
  }
}
