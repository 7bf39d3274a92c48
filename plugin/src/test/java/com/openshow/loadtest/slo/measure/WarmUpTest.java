package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class WarmUpTest {
  private static final long SEED = 20_261_126;
  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

  @Test
  void theWarmUpLastsFromTheEarliestStartHoweverLateThatSampleEnds() {
    RunRecorder recorder = new RunRecorder(Duration.ofSeconds(10), List.of());
    recorder.record(sample("S", 2_000, 10));
    recorder.record(sample("S", 11_000, 10));
    assertThat(samples(recorder)).isZero();
    // It shows that the warm-up was over at 11 s.
    recorder.record(sample("S", 1_000, 30_000));
    assertThat(samples(recorder)).isEqualTo(1);
    assertThat(samples(recorder)).as("asked again").isEqualTo(1);
    assertThat(recorder.measurement(NOW, NOW).startedAt()).isEqualTo(Instant.ofEpochSecond(11));
    assertThat(recorder.measurement(NOW, NOW).endedAt()).isEqualTo(Instant.ofEpochSecond(31));
  }

  @Test
  void aScenarioThatBeginsLaterHasNoWarmUpOfItsOwn() {
    RunRecorder recorder = new RunRecorder(Duration.ofSeconds(10), List.of());
    recorder.record(sample("A", 0, 10));
    recorder.record(sample("B", 10_000, 10));
    assertThat(samples(recorder)).isEqualTo(1);
  }

  @Test
  void whatPreparesAUserBeginsTheRun() {
    RunRecorder recorder = new RunRecorder(Duration.ofSeconds(10), List.of());
    recorder.record(new Sample("S", "setup: POST /login", "1", 0, 5_000, 0, false));
    recorder.record(sample("S", 10_000, 10));
    assertThat(samples(recorder)).isEqualTo(1);
  }

  @Test
  void withoutASampleTheTimeIsThatOfTheClock() {
    RunRecorder recorder = new RunRecorder(Duration.ofSeconds(10), List.of());
    Measurement none = recorder.measurement(NOW, NOW.plusSeconds(5));
    assertThat(none).isEqualTo(new Measurement(NOW, NOW.plusSeconds(5), Map.of()));
    assertThat(none.statistics()).isEmpty();
  }

  @Test
  void inAnyOrderTheSameSamplesAreCounted() {
    Random random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      long warmUp = random.nextInt(4) * 1_000L;
      List<Sample> samples = new ArrayList<>();
      for (int i = 1 + random.nextInt(50); i > 0; i--) {
        samples.add(sample("S", 1_000 + random.nextInt(6_000), random.nextInt(5_000)));
      }
      long from = samples.stream().mapToLong(Sample::startMillis).min().orElseThrow() + warmUp;
      long expected = samples.stream().filter(s -> s.startMillis() >= from).count();
      Collections.shuffle(samples, random);
      RunRecorder recorder = new RunRecorder(Duration.ofMillis(warmUp), List.of("S"));
      samples.forEach(recorder::record);
      assertThat(samples(recorder)).as("seed %d round %d", SEED, round).isEqualTo(expected);
      assertThat(
              recorder.windows().values().iterator().next().all().stream()
                  .mapToLong(window -> window.measurement().select(key -> true).samples())
                  .sum())
          .isEqualTo(expected);
    }
  }

  private static long samples(RunRecorder recorder) {
    return recorder.measurement(NOW, NOW).select(key -> true).samples();
  }

  private static Sample sample(String scenario, long startMillis, long elapsedMillis) {
    return new Sample(scenario, "GET /", "1", startMillis, elapsedMillis, 0, false);
  }
}
