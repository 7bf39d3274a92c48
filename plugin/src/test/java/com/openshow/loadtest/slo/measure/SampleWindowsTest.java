package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SampleWindowsTest {
  private static final long SEED = 20_261_125;
  private final SampleWindows windows =
      new SampleWindows(Duration.ofSeconds(5), EnumSet.of(Timing.RESPONSE));

  @Test
  void aSampleBelongsToTheWindowInWhichItEnded() {
    record(4_000, 999);
    record(4_000, 1_000);
    record(9_999, 0);
    assertThat(windows.all())
        .extracting(window -> window.measurement().select(key -> true).samples())
        .containsExactly(1L, 2L);
    assertThat(windows.all())
        .extracting(window -> window.measurement().startedAt())
        .containsExactly(Instant.ofEpochSecond(0), Instant.ofEpochSecond(5));
  }

  @Test
  void onlyWindowsThatAreOverAreGiven() {
    record(1_000, 0);
    record(6_000, 0);
    assertThat(windows.between(Long.MIN_VALUE, 9_999)).hasSize(1);
    assertThat(windows.between(Long.MIN_VALUE, 10_000)).hasSize(2);
    assertThat(windows.between(5_000, 10_000)).hasSize(1);
    assertThat(windows.start(9_999)).isEqualTo(5_000);
    assertThat(windows.start(-1)).isEqualTo(-5_000);
  }

  @Test
  void samplesThatPrepareAUserAreLeftOut() {
    windows.record(new Sample("S", "setup: POST /login", "1", 0, 1, 0, false));
    windows.record(new Sample("S", "data: Unique Email", "1", 0, 1, 0, false));
    assertThat(windows.all()).isEmpty();
  }

  @Test
  void inAnyOrderTheWindowsAreWhatCountingByHandGives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      SampleWindows own = new SampleWindows(Duration.ofSeconds(5), EnumSet.of(Timing.RESPONSE));
      List<Sample> samples = new ArrayList<>();
      for (int i = random.nextInt(400); i > 0; i--) {
        samples.add(
            new Sample(
                "S",
                "GET /" + random.nextInt(3),
                "user " + random.nextInt(9),
                random.nextInt(60_000),
                random.nextInt(2_000),
                random.nextInt(40),
                random.nextInt(10) == 0));
      }
      samples.forEach(own::record);
      for (SampleWindow window : own.all()) {
        List<Sample> in =
            samples.stream()
                .filter(s -> s.endMillis() >= window.measurement().startedAt().toEpochMilli())
                .filter(s -> s.endMillis() < window.measurement().endedAt().toEpochMilli())
                .toList();
        assertThat(window.users())
            .as("seed %d round %d", SEED, round)
            .isEqualTo((int) in.stream().map(Sample::user).distinct().count());
        for (int label = 0; label < 3; label++) {
          String path = "GET /" + label;
          List<Sample> of = in.stream().filter(s -> s.label().equals(path)).toList();
          LabelStatistics counted = window.measurement().select(key -> key.label().equals(path));
          assertThat(counted.samples()).isEqualTo(of.size());
          assertThat(counted.errors()).isEqualTo(of.stream().filter(Sample::failed).count());
          long[] sorted = of.stream().mapToLong(Sample::latencyMillis).sorted().toArray();
          if (sorted.length > 0) {
            assertThat(counted.latencies().percentile(95))
                .hasValue((double) sorted[(95 * sorted.length + 99) / 100 - 1]);
          }
        }
      }
      assertThat(
              own.all().stream()
                  .mapToLong(w -> w.measurement().select(key -> true).samples())
                  .sum())
          .isEqualTo(samples.size());
    }
  }

  @Test
  void aWindowMustHaveALength() {
    assertThatThrownBy(() -> new SampleWindows(Duration.ZERO, EnumSet.of(Timing.RESPONSE)))
        .hasMessage("length must be at least 1 ms, but was PT0S");
  }

  private void record(long startMillis, long elapsedMillis) {
    windows.record(new Sample("S", "GET /", "1", startMillis, elapsedMillis, 0, false));
  }
}
