package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SampleRecorderTest {
  private final SampleRecorder recorder = new SampleRecorder();

  @Test
  void noSampleOfAnyThreadIsLost() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  recorder.record("S", "GET /" + i % 3, i % 500, i % 10 == 0);
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    LabelStatistics all = snapshot().select(key -> true);
    assertThat(all.samples()).isEqualTo(80_000);
    assertThat(all.errors()).isEqualTo(8_000);
  }

  @Test
  void samplesThatPrepareAUserAreLeftOut() {
    recorder.record("S", "setup: POST /login", 5000, true);
    assertThat(snapshot().statistics()).isEmpty();
  }

  @Test
  void theSameLabelInTwoScenariosIsTwoThings() {
    recorder.record("A", "GET /", 1, false);
    recorder.record("B", "GET /", 2, true);
    assertThat(snapshot().select(key -> key.scenario().equals("A")).errors()).isZero();
  }

  private Measurement snapshot() {
    return recorder.snapshot(Instant.EPOCH, Instant.EPOCH);
  }
}
