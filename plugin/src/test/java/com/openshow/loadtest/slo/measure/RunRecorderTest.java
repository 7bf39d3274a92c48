package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class RunRecorderTest {
  private static final long SEED = 20260103;
  private final RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());

  @Test
  void noSampleOfAnyThreadIsLostWhileOthersLookAtThem() throws Exception {
    List<Thread> threads = new ArrayList<>();
    AtomicBoolean isOver = new AtomicBoolean();
    Thread reader =
        new Thread(
            () -> {
              while (!isOver.get()) {
                LabelStatistics now = whole();
                assertThat(now.errors()).isLessThanOrEqualTo(now.samples());
              }
            });
    reader.start();
    for (int t = 0; t < 100; t++) {
      int number = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 1_000; i++) {
                  record("GET /" + i % 3, i, i % 500, i % 10 == number % 10);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    isOver.set(true);
    reader.join();
    assertThat(whole().samples()).isEqualTo(100_000);
    assertThat(whole().errors()).isEqualTo(10_000);
    assertThat(whole().latencies().percentile(50)).hasValue(249);
  }

  @Test
  void samplesThatPrepareAUserOrItsDataAreLeftOut() {
    record("setup: POST /login", 0, 5000, true);
    record("data: Unique Email", 0, 0, false);
    assertThat(measurement().statistics()).isEmpty();
    assertThat(measurement().parts()).isEmpty();
  }

  @Test
  void theSameLabelInTwoScenariosIsTwoThings() {
    recorder.record(new Sample("A", "GET /", "u", 0, 1, 0, false));
    recorder.record(new Sample("B", "GET /", "u", 0, 2, 0, true));
    assertThat(measurement().select(key -> key.scenario().equals("A")).errors()).isZero();
  }

  @Test
  void thePartsAddUpToTheWholeInWhateverOrderTheSamplesCome() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      record("GET /" + random.nextInt(5), random.nextInt(100_000), random.nextInt(9_000), false);
    }
    Measurement whole = measurement();
    Measurement sum =
        whole.parts().stream().reduce(Measurement::merge).orElseThrow(AssertionError::new);
    assertThat(whole.parts()).as("seed %d", SEED).hasSize(22);
    assertThat(sum.statistics().keySet()).isEqualTo(whole.statistics().keySet());
    whole
        .statistics()
        .forEach(
            (key, statistics) -> {
              LabelStatistics parts = sum.select(key::equals);
              assertThat(parts.samples()).isEqualTo(statistics.samples());
              assertThat(parts.latencies().percentile(95))
                  .isEqualTo(statistics.latencies().percentile(95));
            });
    for (Measurement part : whole.parts()) {
      assertThat(Duration.between(part.startedAt(), part.endedAt())).hasSeconds(5);
    }
  }

  @Test
  void aLongRunHasNoMorePartsThanAShortOne() {
    for (int second = 0; second < 36_000; second++) {
      record("GET /", second * 1_000L, 10, second % 2 == 0);
    }
    Measurement whole = measurement();
    assertThat(whole.parts())
        .hasSizeBetween(RunRecorder.MOST_WINDOWS / 2, RunRecorder.MOST_WINDOWS);
    assertThat(whole.parts().stream().reduce(Measurement::merge).orElseThrow().select(key -> true))
        .extracting(LabelStatistics::samples, LabelStatistics::errors)
        .containsExactly(36_000L, 18_000L);
  }

  @Test
  void whatWasSeenOnceDoesNotChangeWhenMoreComes() {
    record("GET /", 0, 10, false);
    Measurement before = measurement();
    record("GET /", 0, 20, true);
    Measurement after = measurement();

    assertThat(counts(before)).containsExactly(1L, 1L, 10.0);
    assertThat(counts(after)).containsExactly(2L, 2L, 20.0);
  }

  private static List<Object> counts(Measurement measurement) {
    LabelStatistics part = measurement.parts().get(0).select(key -> true);
    return List.of(
        measurement.select(key -> true).samples(),
        part.samples(),
        part.latencies().percentile(100).orElse(-1));
  }

  private void record(String label, long startMillis, long elapsedMillis, boolean failed) {
    recorder.record(new Sample("S", label, "user", startMillis, elapsedMillis, 0, failed));
  }

  private LabelStatistics whole() {
    return measurement().select(key -> true);
  }

  private Measurement measurement() {
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH);
  }

  @Test
  void everyTimeIsTheSameInTheWholeInThePartsAndInTheDetails() {
    // As many as there are, in every order that a set may have.
    for (Set<Timing> timings :
        List.of(
            new LinkedHashSet<>(List.of(Timing.values())),
            new LinkedHashSet<>(List.of(Timing.LAG, Timing.CONNECT, Timing.RESPONSE)),
            Set.of(Timing.CONNECT, Timing.FIRST_BYTE, Timing.LAG),
            Set.of(Timing.LAG, Timing.ELAPSED))) {
      RunRecorder own =
          new RunRecorder(new RecorderSettings(Duration.ZERO, List.of(), timings, key -> true));
      Details details = new Details(3, 20, 1000, 100);
      for (int i = 0; i < 100; i++) {
        own.record(new Sample("S", "GET /", "u", i * 100L, 40, 7, i % 4 == 0, false, details));
      }
      Measurement whole = own.measurement(Instant.EPOCH, Instant.EPOCH);
      LabelStatistics expected = whole.select(key -> true);
      for (List<Measurement> windows : List.of(whole.parts(), whole.details())) {
        LabelStatistics sum =
            windows.stream().reduce(Measurement::merge).orElseThrow().select(key -> true);
        assertThat(sum.transfer()).isEqualTo(expected.transfer());
        for (Timing timing : expected.times().keySet()) {
          assertThat(sum.time(timing).all().spectrum())
              .as("%s of %s", timing, timings)
              .isEqualTo(expected.time(timing).all().spectrum());
          assertThat(sum.time(timing).failed().count()).isEqualTo(25);
        }
      }
    }
  }
}
