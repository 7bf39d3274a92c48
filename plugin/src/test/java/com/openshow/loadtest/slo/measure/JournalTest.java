package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {
  private final RunRecorder recorder = new RunRecorder(Duration.ofSeconds(10), List.of());
  private final Journal journal = recorder.journal();

  private void record(long startMillis) {
    recorder.record(new Sample("S", "GET /", "u", startMillis, 5, 0, false));
  }

  private long taken() {
    return journal.take().orElseThrow().seconds().stream()
        .mapToLong(second -> second.select(key -> true).samples())
        .sum();
  }

  @Test
  void nothingIsTakenTwiceAndNothingOfTheWarmUpBeforeItCounts() {
    assertThat(journal.take()).isEmpty();
    record(20_000);
    record(25_000);
    assertThat(taken()).isZero();
    record(30_000);
    assertThat(taken()).isEqualTo(1);
    // Now the warm-up is over at 19 s.
    record(9_000);
    assertThat(taken()).isEqualTo(2);
    assertThat(taken()).isZero();
    assertThat(journal.take().orElseThrow().earliestStart()).isEqualTo(Instant.ofEpochSecond(9));
  }

  @Test
  void whatComesAfterTheEndIsInNeitherTheJournalNorTheMeasurement() {
    record(0);
    record(10_000);
    recorder.end();
    record(11_000);
    assertThat(taken()).isEqualTo(1);
    assertThat(recorder.measurement(Instant.EPOCH, Instant.EPOCH).endedAt())
        .isEqualTo(Instant.ofEpochMilli(10_005));
  }

  @Test
  void whatNobodyTakesIsThrownAwayAndTheMeasurementIsNot() {
    record(0);
    for (int second = 10; second <= 20 + SampleRecorder.MOST_UNTAKEN; second++) {
      record(second * 1_000L);
    }
    assertThatThrownBy(journal::take)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nobody took what was counted in 600 seconds, so it was thrown away");
    assertThat(recorder.measurement(Instant.EPOCH, Instant.EPOCH).select(key -> true).samples())
        .isEqualTo(SampleRecorder.MOST_UNTAKEN + 11L);
  }
}
