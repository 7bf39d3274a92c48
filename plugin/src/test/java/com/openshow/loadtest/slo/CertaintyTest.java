package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CertaintyTest {
  private static final Scope ALL = new Scope("", "");
  private final RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());

  @Test
  void from59SamplesUnderTheTargetOnAP95IsSettled() {
    record(58, 10, false);
    Outcome open = p95(50);
    assertThat(open.verdict()).isEqualTo(Verdict.PASS);
    assertThat(open.certainty().borderline()).isTrue();
    assertThat(open.reason())
        .isEqualTo(
            "10 ms is at most 50 ms, but the true value may be 10 ms or more; about 1 more sample"
                + " would settle it, if they are like these (1 s at this rate)");
    record(1, 10, false);
    Outcome settled = p95(50);
    assertThat(settled.verdict()).isEqualTo(Verdict.PASS);
    assertThat(settled.certainty().borderline()).isFalse();
    assertThat(settled.certainty().interval()).contains(new Interval(10, 10));
  }

  @Test
  void theValueDecidesWhereTheIntervalHoldsTheTarget() {
    record(950, 10, false);
    record(50, 60, false);
    assertThat(p95(50).verdict()).isEqualTo(Verdict.PASS);
    assertThat(p95(50).certainty().borderline()).isTrue();
    assertThat(p95(50).reason()).contains("10 to 60 ms").contains("too near");
  }

  @Test
  void whatWouldSettleALeastValueIsSaidToo() {
    record(55, 50, false);
    record(5, 10, false);
    Outcome open = p50(Comparison.GTE, 50);
    assertThat(open.certainty().borderline()).isFalse();
    record(40, 10, false);
    Outcome borderline = p50(Comparison.GTE, 50);
    assertThat(borderline.verdict()).isEqualTo(Verdict.PASS);
    long more = moreSamples(borderline);
    record((int) Math.ceil(more * 0.55), 50, false);
    record((int) (more * 0.45), 10, false);
    assertThat(p50(Comparison.GTE, 50).certainty().borderline()).isFalse();
    assertThat(p50(Comparison.GT, 50).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(p50(Comparison.LT, 50).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(p50(Comparison.LT, 50).certainty().borderline()).isFalse();
  }

  @Test
  void aWholeIntervalBeyondTheTargetIsASettledBreach() {
    record(800, 10, false);
    record(200, 60, false);
    Outcome outcome = p95(50);
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.certainty().borderline()).isFalse();
    assertThat(outcome.reason()).isEqualTo("60 ms is more than 50 ms");
  }

  @Test
  void errorsInAFewThousandRequestsSettleNoHundredthOfAPercent() {
    record(3_000, 10, false);
    Outcome outcome = outcome(new Objective(ALL, new ErrorRate(), 0.01), recorder(List.of()));
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.reason())
        .isEqualTo(
            "0 % is at most 0.01 %, but the true value may be up to 0.09981 %; about 26,956 more"
                + " samples would settle it, if they are like these (9 min at this rate)");
  }

  @Test
  void moreFailuresSettleNoLatency() {
    record(30, 10, true);
    Outcome outcome = p95(50);
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason())
        .isEqualTo("none of the 30 requests succeeded: how fast they failed is no latency");
    assertThat(outcome.certainty().remedy()).isEmpty();
  }

  @Test
  void samplesThatComeInBurstsTellLess() {
    List<Measurement> parts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      RunRecorder part = new RunRecorder(Duration.ZERO, List.of());
      // All slow requests in two of forty parts.
      for (int j = 0; j < 100; j++) {
        Sample sample = new Sample("S", "GET /", "user", 0, i % 20 == 3 ? 60 : 10, 0, false);
        part.record(sample);
        recorder.record(sample);
      }
      parts.add(part.measurement(Instant.EPOCH, Instant.EPOCH));
    }
    // 5 % are slow; of 4,000 independent samples at most 10 % would surely pass a p90.
    Objective p90 = new Objective(ALL, new LatencyPercentile(90), 50);
    assertThat(outcome(p90, recorder(List.of())).certainty().borderline()).isFalse();
    Outcome bursts = outcome(p90, recorder(parts));
    assertThat(bursts.certainty().designEffect()).isGreaterThan(50);
    assertThat(bursts.certainty().borderline()).isTrue();
  }

  private void record(int count, long millis, boolean error) {
    for (int i = 0; i < count; i++) {
      recorder.record(new Sample("S", "GET /", "user", 0, millis, 0, error));
    }
  }

  private Measurement recorder(List<Measurement> parts) {
    Instant end = Instant.EPOCH.plusSeconds(58);
    Measurement whole = recorder.measurement(Instant.EPOCH, end);
    return new Measurement(Instant.EPOCH, end, whole.statistics(), parts);
  }

  private Outcome p95(double target) {
    return outcome(new Objective(ALL, new LatencyPercentile(95), target), recorder(List.of()));
  }

  private Outcome p50(Comparison op, double target) {
    Objective objective =
        new Objective(
            ALL, new LatencyPercentile(50), op, target, new Window.WholeRun(), Terms.USUAL);
    return outcome(objective, recorder(List.of()));
  }

  private static long moreSamples(Outcome outcome) {
    String number = outcome.reason().replaceFirst("(?s).*about ([\\d,]+) more samples.*", "$1");
    return Long.parseLong(number.replace(",", ""));
  }

  private static Outcome outcome(Objective objective, Measurement measurement) {
    return Evaluator.evaluate(List.of(objective), measurement).outcomes().get(0);
  }
}
