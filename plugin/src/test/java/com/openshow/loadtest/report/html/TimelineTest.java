package com.openshow.loadtest.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static final long SEED = 795;
  private static final Instant START = SampleRun.START;

  @Test
  void aPauseIsAPartWithoutSamples() {
    List<Measurement> parts =
        Timeline.of(
            START,
            START.plusSeconds(40),
            List.of(window(5, 10, 1), window(10, 15, 2), window(30, 35, 3)),
            720);
    assertThat(parts.stream().map(TimelineTest::describe))
        .containsExactly("0-5: 0", "5-10: 1", "10-15: 2", "15-30: 0", "30-35: 3", "35-40: 0");
  }

  @Test
  void windowsThatAreALittleShortAreNotPaired() {
    List<Measurement> windows = new ArrayList<>();
    for (int i = 0; i < 720; i++) {
      Instant start = START.plusMillis(i * 5000L + 10);
      windows.add(
          new Measurement(
              start, start.plusMillis(4990), recorder(1).measurement(START, START).statistics()));
    }
    assertThat(Timeline.of(START, START.plusSeconds(3600), windows, 720)).isEqualTo(windows);
  }

  @Test
  void mergedWindowsAreExactlyWhatWasMeasured() {
    Random random = new Random(SEED);
    RunRecorder whole = new RunRecorder(Duration.ZERO, List.of());
    List<Measurement> windows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      RunRecorder part = new RunRecorder(Duration.ZERO, List.of());
      for (int sample = random.nextInt(20); sample >= 0; sample--) {
        long latency = random.nextInt(1000);
        part.record(new Sample("S", "a", "user", 0, latency, 0, latency < 100));
        whole.record(new Sample("S", "a", "user", 0, latency, 0, latency < 100));
      }
      windows.add(measured(part, i, i + 1));
    }
    Instant end = START.plusSeconds(100);
    LabelStatistics expected = whole.measurement(START, end).select(key -> true);

    List<Measurement> parts = Timeline.of(START, end, windows, 1);

    assertThat(parts).hasSizeLessThanOrEqualTo(2);
    LabelStatistics merged =
        parts.stream()
            .map(part -> part.select(key -> true))
            .reduce(LabelStatistics::merge)
            .orElseThrow();
    assertThat(merged.errors()).as("seed %d", SEED).isEqualTo(expected.errors());
    assertThat(merged.latencies().spectrum())
        .as("seed %d", SEED)
        .isEqualTo(expected.latencies().spectrum());
  }

  @Test
  void manyPausesDoNotMakeManyParts() {
    List<Measurement> windows = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      windows.add(window(i * 10, i * 10 + 5, 1));
    }
    List<Measurement> parts = Timeline.of(START, START.plusSeconds(50_000), windows, 100);
    assertThat(parts).hasSizeBetween(90, 112);
    assertThat(parts.stream().mapToLong(part -> part.select(key -> true).samples()).sum())
        .isEqualTo(5000);
  }

  private static Measurement measured(RunRecorder recorder, int from, int to) {
    return new Measurement(
        START.plusSeconds(from),
        START.plusSeconds(to),
        recorder.measurement(START, START).statistics());
  }

  private static Measurement window(int from, int to, int samples) {
    return measured(recorder(samples), from, to);
  }

  private static RunRecorder recorder(int samples) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (int i = 0; i < samples; i++) {
      recorder.record(new Sample("S", "a", "user", 0, 1, 0, false));
    }
    return recorder;
  }

  private static String describe(Measurement part) {
    return Duration.between(START, part.startedAt()).toSeconds()
        + "-"
        + Duration.between(START, part.endedAt()).toSeconds()
        + ": "
        + part.select(key -> true).samples();
  }
}
