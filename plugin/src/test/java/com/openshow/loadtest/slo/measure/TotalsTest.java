package com.openshow.loadtest.slo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TotalsTest {
  private static final long SEED = 20261128;

  @Test
  void theTotalsAreWhatIsJudged() {
    RunRecorder recorder = new RunRecorder(Duration.ofSeconds(5), List.of());
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      boolean transaction = random.nextInt(4) == 0;
      recorder.record(
          new Sample(
              "S" + random.nextInt(2),
              // Some transactions have the name of a request.
              (transaction ? "T" : "GET /") + random.nextInt(3),
              "u",
              random.nextInt(60_000),
              random.nextInt(4_000),
              random.nextInt(50),
              random.nextInt(10) == 0,
              transaction,
              Details.UNKNOWN));
      recorder.record(new Sample("S0", "T0", "u", 30_000, 10, 0, false));
    }
    Measurement judged = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    Map<SampleKey, Totals> totals = recorder.totals();

    assertThat(totals.keySet()).as("seed %d", SEED).isEqualTo(judged.statistics().keySet());
    assertThat(totals).doesNotContainKey(new SampleKey("S0", "T0", true));
    judged
        .statistics()
        .forEach(
            (key, statistics) -> {
              LabelStatistics own = Objects.requireNonNull(totals.get(key)).statistics();
              assertThat(own.samples()).isEqualTo(statistics.samples());
              assertThat(own.errors()).isEqualTo(statistics.errors());
              assertThat(own.latencies().spectrum()).isEqualTo(statistics.latencies().spectrum());
            });
  }

  @Test
  void answersAreCountedByOutcomeAndClassOfCode() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "200", false);
    record(recorder, "204", false);
    record(recorder, "200", true);
    record(recorder, "503", true);
    record(recorder, "Non HTTP response code: java.net.ConnectException", true);

    assertThat(only(recorder).responses())
        .isEqualTo(
            new Responses(
                Map.of(ResponseClass.SUCCESSFUL, 2L),
                Map.of(
                    ResponseClass.SUCCESSFUL,
                    1L,
                    ResponseClass.SERVER_ERROR,
                    1L,
                    ResponseClass.NONE,
                    1L)));
  }

  @Test
  void whatAnotherRecorderCountedHasNoCodesAndIsNotLost() {
    RunRecorder first = new RunRecorder(Duration.ZERO, List.of());
    Journal journal = first.journal();
    record(first, "200", false);
    record(first, "500", true);
    RunRecorder second = new RunRecorder(Duration.ZERO, List.of());
    second.add(journal.take().orElseThrow());

    assertThat(only(second).responses())
        .isEqualTo(new Responses(Map.of(ResponseClass.NONE, 1L), Map.of(ResponseClass.NONE, 1L)));
  }

  @Test
  void codesThatAreNoStatusHaveNoClass() {
    assertThat(
            List.of("100", "204", "301", "404", "599").stream()
                .map(ResponseClass::of)
                .map(ResponseClass::label))
        .containsExactly("1xx", "2xx", "3xx", "4xx", "5xx");
    assertThat(List.of("", "OK", "20", "2000", "600", "000", "2x0", "20x", "-10", "٢٠٠"))
        .allSatisfy(code -> assertThat(ResponseClass.of(code)).isEqualTo(ResponseClass.NONE));
  }

  @Test
  void everyLatencyIsToldOnceInOrder() {
    Random random = new Random(SEED);
    for (int round = 0; round < 50; round++) {
      long[] values = random.longs(1 + random.nextInt(900), 0, 2_048).sorted().toArray();
      RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
      for (long value : values) {
        recorder.record(new Sample("S", "GET /", "u", 0, value, 0, false));
      }
      LatencyDistribution dense = only(recorder).statistics().latencies();
      LatencyDistribution sparse = LatencyDistribution.of(dense.toHistogram());
      Map<Long, Long> exact = new HashMap<>();
      Arrays.stream(values).forEach(value -> exact.merge(value, 1L, Long::sum));
      for (LatencyDistribution distribution : List.of(dense, sparse)) {
        List<Long> seen = new ArrayList<>();
        distribution.forEach(
            (millis, count) -> {
              seen.add(millis);
              assertThat(count).as("seed %d", SEED).isEqualTo(exact.get(millis));
            });
        assertThat(seen).isSorted().hasSameSizeAs(exact.keySet());
      }
    }
  }

  private static Totals only(RunRecorder recorder) {
    return Objects.requireNonNull(recorder.totals().get(new SampleKey("S", "GET /")));
  }

  private static void record(RunRecorder recorder, String code, boolean failed) {
    Details details = new Details(0, 1, 100, 10, ResponseClass.of(code));
    recorder.record(new Sample("S", "GET /", "u", 0, 10, 0, failed, false, details));
  }
}
