package com.openshow.loadtest.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeriesStoreTest {
  private static final long SEED = 7;
  private static final LabelMatcher ANY_A = LabelMatcher.metric("a");

  @Test
  void whatIsReadIsWhatWasWrittenToTheBit() {
    Random random = new Random(SEED);
    SeriesStore store = new SeriesStore(StoreLimits.USUAL);
    List<Long> written = new ArrayList<>();
    long millis = 1_700_000_000_000L;
    long bits = 0;
    for (int i = 0; i < 20_000; i++) {
      millis += distance(random);
      bits = next(random, bits);
      store.add(List.of(new Sample(labels("a"), millis, bits)));
      written.add(millis);
      written.add(bits);
    }
    List<Long> read = new ArrayList<>();
    SampleReader reader = store.select(List.of(ANY_A), Long.MIN_VALUE).get(0).reader();
    while (reader.next()) {
      read.add(reader.millis());
      read.add(reader.isStale() ? StaleMarker.BITS : Double.doubleToRawLongBits(reader.value()));
    }
    assertThat(read).as("seed " + SEED).isEqualTo(written);
  }

  /** Of every size that has a form of its own, and their ends. */
  private static long distance(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> 1 + random.nextInt(3);
      case 1 -> 1 + random.nextInt(300);
      case 2 -> 1 + random.nextInt(20_000);
      case 3 -> 1 + random.nextInt(2_000_000);
      case 4 -> 1L << random.nextInt(33);
      default -> 1000;
    };
  }

  private static long next(Random random, long bits) {
    return switch (random.nextInt(7)) {
      case 0 -> bits;
      case 1 -> Double.doubleToRawLongBits(random.nextInt(1000));
      case 2 -> Double.doubleToRawLongBits(random.nextGaussian());
      case 3 -> StaleMarker.BITS;
      case 4 -> StaleMarker.bitsOf(Double.NaN);
      case 5 -> bits ^ (1L << random.nextInt(52));
      default -> Double.doubleToRawLongBits(-0.0);
    };
  }

  @Test
  void aSampleThatIsNotAfterTheLastOneIsPassedOver() {
    SeriesStore store = new SeriesStore(StoreLimits.USUAL);
    store.add(List.of(Sample.of(labels("a"), 10, 1), Sample.of(labels("a"), 10, 2)));
    store.add(List.of(Sample.of(labels("a"), 9, 3), Sample.of(labels("a"), 11, 4)));
    SampleReader reader = store.select(List.of(ANY_A), 0).get(0).reader();
    assertThat(reader.next()).isTrue();
    assertThat(reader.value()).isEqualTo(1);
    assertThat(reader.next()).isTrue();
    assertThat(reader.value()).isEqualTo(4);
    assertThat(reader.next()).isFalse();
    assertThat(store.sampleCount()).isEqualTo(2);
  }

  @Test
  void whatIsAboveTheLimitOfSeriesIsNotKeptAndSaid() {
    SeriesStore store = new SeriesStore(new StoreLimits(2, 1 << 20));
    store.add(List.of(Sample.of(labels("a"), 1, 1), Sample.of(labels("b"), 1, 1)));
    assertThat(store.overflow()).isEmpty();
    store.add(List.of(Sample.of(labels("c"), 5, 1), Sample.of(labels("a"), 6, 1)));
    assertThat(store.overflow()).contains(new Overflow(5, "2 series"));
    assertThat(store.select(List.of(LabelMatcher.metric("c")), 0)).isEmpty();
    assertThat(store.sampleCount()).isEqualTo(3);
  }

  @Test
  void memoryStaysWithinItsLimitHoweverMuchComes() {
    SeriesStore store = new SeriesStore(new StoreLimits(1000, 1 << 20));
    Random random = new Random(SEED);
    for (int i = 0; i < 300_000; i++) {
      store.add(List.of(Sample.of(labels("a"), i * 1000L, random.nextDouble())));
    }
    assertThat(store.bytes()).isLessThan((1 << 20) + 10_000);
    assertThat(store.overflow()).map(Overflow::limit).contains("1 MiB");
    // A double at random takes all of its bits: the first 100,000 fit.
    assertThat(store.sampleCount()).isBetween(100_000L, 140_000L);
  }

  @Test
  void anHourOfAPageTakesLessThanTwoAndAHalfBytesASample() {
    SeriesStore store = new SeriesStore(StoreLimits.USUAL);
    Random random = new Random(SEED);
    int series = 200;
    double[] values = new double[series];
    for (int second = 0; second < 3600; second++) {
      List<Sample> scrape = new ArrayList<>();
      long late = random.nextInt(20) == 0 ? random.nextInt(30) : 0;
      for (int i = 0; i < series; i++) {
        // As of real pages: most stand still, some count, some waver.
        values[i] += i % 4 == 0 ? random.nextInt(50) : 0;
        double value = i % 16 == 1 ? random.nextInt(10_000) / 100.0 : values[i];
        scrape.add(Sample.of(labels("m" + i), second * 1000L + late, value));
      }
      store.add(scrape);
    }
    double perSample = (double) store.bytes() / store.sampleCount();
    assertThat(store.overflow()).isEmpty();
    assertThat(perSample).isLessThan(2.5);
  }

  private static Labels labels(String metric) {
    return Labels.of(Map.of("__name__", metric, "instance", "x:80"));
  }
}
