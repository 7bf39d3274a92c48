package com.openshow.loadtest.jmeter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.report.html.ErrorLog;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Recording;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;

/** What is taken of JMeter's samples; {@code JtlVerdictTest} holds files to the same. */
final class SampleIntakeTest {
  private final List<Objective> objectives =
      List.of(
          new Objective(new Scope("S_01", ""), Indicator.parse("received_kb_per_s"), 1_000),
          new Objective(new Scope("S_01", "Buy"), Indicator.parse("received_kb_per_s"), 1_000));
  private final RunRecorder recorder =
      new RunRecorder(Recording.of(objectives, Duration.ZERO, List.of()));
  private final SampleIntake intake = new SampleIntake(recorder, new ErrorLog());

  @Test
  void theTextOfJMetersOwnExceptionWasNotReceived() {
    take(refused());
    take(refused());
    assertThat(outcomes().get(0).observed()).hasValue(0);
    assertThat(outcomes().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcomes().get(0).reason()).isEqualTo("not a byte was counted");
    take(answered("503", 2_048));
    assertThat(outcomes().get(0).observed()).hasValue(2);
    assertThat(outcomes().get(0).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void ofATransactionThatFailedNobodyKnowsWhatItReceived() {
    SampleResult buy = answered("200", 0);
    buy.setSampleLabel("Buy");
    buy.setResponseMessage("Number of samples in transaction : 2, number of failing samples : 1");
    buy.storeSubResult(answered("200", 1_024), false);
    buy.storeSubResult(refused(), false);
    buy.setSuccessful(false);
    take(buy);
    assertThat(outcomes().get(0).observed()).hasValue(1);
    assertThat(outcomes().get(1).reason()).isEqualTo("only of 0 of 1 samples the size is known");
  }

  private void take(SampleResult sample) {
    intake.take(new SampleEvent(sample, "S_01"));
  }

  /** As JMeter's HTTP samplers report a connection that nobody took. */
  private static SampleResult refused() {
    SampleResult sample = new SampleResult();
    sample.setSampleLabel("GET /a");
    sample.setStampAndTime(10_000, 1_000);
    sample.setResponseCode("Non HTTP response code: java.net.ConnectException");
    sample.setResponseData("java.net.ConnectException: refused".repeat(50).getBytes(UTF_8));
    sample.setSuccessful(false);
    return sample;
  }

  private static SampleResult answered(String code, long bytes) {
    SampleResult sample = new SampleResult();
    sample.setSampleLabel("GET /a");
    sample.setStampAndTime(10_000, 1_000);
    sample.setResponseCode(code);
    sample.setBytes(bytes);
    sample.setSuccessful(code.equals("200"));
    return sample;
  }

  private List<Outcome> outcomes() {
    return Evaluator.evaluate(
            objectives, recorder.measurement(Instant.ofEpochMilli(10_000), Instant.EPOCH))
        .outcomes();
  }
}
