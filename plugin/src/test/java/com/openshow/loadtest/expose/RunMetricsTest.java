package com.openshow.loadtest.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RunMetricsTest {
  private final List<String> warnings = new ArrayList<>();

  static String text(RunMetrics metrics, RunState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder()
          .build()
          .write(bytes, metrics.of(state), EscapingScheme.DEFAULT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private List<String> lines(int mostLabels, RunState state) {
    RunMetrics metrics = new RunMetrics(SampleRun.OBJECTIVES, mostLabels, warnings::add);
    return text(metrics, state).lines().toList();
  }

  @Test
  void aRunIsShownAsTheVerdictHasIt() {
    List<String> lines = lines(200, SampleRun.state(SampleRun.recorder(), false));

    assertThat(lines)
        .contains(
            "loadtest_run_info{plan=\"all.jmx\"} 1",
            "loadtest_run_over 0.0",
            "loadtest_warm_up_samples 7.0",
            "loadtest_requests_total{code=\"2xx\",label=\"GET /a\",outcome=\"success\",scenario=\"S_01\"} 90.0",
            "loadtest_requests_total{code=\"5xx\",label=\"GET /a\",outcome=\"failure\",scenario=\"S_01\"} 10.0",
            "loadtest_active_threads{scenario=\"S_01\"} 10.0",
            "loadtest_schedule_due_total{scenario=\"S_01\"} 100.5",
            "loadtest_schedule_started_total{scenario=\"S_01\"} 100.0",
            "loadtest_schedule_lag_seconds_count{scenario=\"S_01\"} 100",
            "loadtest_schedule_lag_seconds_sum{scenario=\"S_01\"} 0.3",
            "loadtest_schedule_lag_max_seconds{scenario=\"S_01\"} 0.04",
            "loadtest_objective_observed{label=\"GET /a\",objective=\"p95 <= 96 ms\",scenario=\"S_01\",unit=\"ms\"} 95.0",
            "loadtest_objective_target{label=\"GET /a\",objective=\"p95 <= 96 ms\",scenario=\"S_01\",unit=\"ms\"} 96.0",
            "loadtest_objective_verdict{label=\"GET /a\",objective=\"p95 <= 96 ms\",scenario=\"S_01\",unit=\"ms\"} 0.0",
            "loadtest_objective_verdict{label=\"(all)\",objective=\"error_rate <= 1 %\",scenario=\"S_01\",unit=\"%\"} 1.0",
            "loadtest_objective_verdict{label=\"GET /never\",objective=\"p50 <= 0.5 ms\",scenario=\"S_02\",unit=\"ms\"} 2.0",
            "loadtest_verdict 1.0");
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatWasNotObservedIsNotZero() {
    assertThat(lines(200, SampleRun.state(SampleRun.recorder(), false)))
        .noneMatch(line -> line.startsWith("loadtest_objective_observed{label=\"GET /never\""));
  }

  @Test
  void theTargetIsABoundOfTheBucketsSoItIsKnownHowManyKeptToIt() {
    String series =
        "loadtest_request_duration_seconds_bucket{label=\"GET /a\",outcome=\"success\",scenario=\"S_01\",le=\"%s\"} %d";
    assertThat(lines(200, SampleRun.state(SampleRun.recorder(), false)))
        // 96 requests of 1 to 96 ms, less the nine of 10, 20, ... 90 ms that failed.
        .contains(series.formatted("0.096", 87), series.formatted("+Inf", 90))
        .anyMatch(line -> line.contains("le=\"5.0E-4\"") || line.contains("le=\"0.0005\""));
  }

  @Test
  void aFailureOfAClassThatHasNotOccurredIsZeroAndNotAbsent() {
    assertThat(lines(200, SampleRun.state(SampleRun.recorder(), false)))
        .contains(
            "loadtest_requests_total{code=\"none\",label=\"GET /a\",outcome=\"failure\",scenario=\"S_01\"} 0.0");
  }

  @Test
  void transactionsAreNotCountedAmongTheirRequests() {
    List<String> lines = lines(200, SampleRun.state(SampleRun.recorder(), false));
    assertThat(lines)
        .contains(
            "loadtest_transaction_duration_seconds_count{label=\"Buy\",outcome=\"success\",scenario=\"S_01\"} 1")
        .noneMatch(line -> line.startsWith("loadtest_request") && line.contains("Buy"));
  }

  @Test
  void aPlanThatMakesUpNamesShowsFewAndAllOthersTogether() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (int i = 0; i < 500; i++) {
      recorder.record(new Sample("S_01", "GET /" + i, "u", i, 5, 0, false));
    }
    RunMetrics metrics = new RunMetrics(SampleRun.OBJECTIVES, 3, warnings::add);
    for (int again = 0; again < 2; again++) {
      List<String> counts =
          text(metrics, SampleRun.state(recorder, false))
              .lines()
              .filter(line -> line.startsWith("loadtest_request_duration_seconds_count"))
              .toList();
      // Two of the three have gone to what the objectives speak of, which is not here.
      assertThat(counts)
          .containsExactlyInAnyOrder(
              "loadtest_request_duration_seconds_count{label=\"GET /0\",outcome=\"success\",scenario=\"S_01\"} 1",
              "loadtest_request_duration_seconds_count{label=\"other\",outcome=\"success\",scenario=\"S_01\"} 499");
    }
    assertThat(warnings)
        .containsExactly(
            "the metrics show 3 requests; all others together are \"other\"",
            "the metrics show the first 3 objectives only");
  }

  @Test
  void beforeTheFirstSampleThereIsNoVerdictAndNothingElseThatWasNotMeasured() {
    RunState nothing = new RunState("", Map.of(), 0, List.of(), Map.of(), Optional.empty(), false);
    assertThat(lines(200, nothing).stream().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "loadtest_run_info{plan=\"\"} 1",
            "loadtest_run_over 0.0",
            "loadtest_warm_up_samples 0.0");
  }
}
