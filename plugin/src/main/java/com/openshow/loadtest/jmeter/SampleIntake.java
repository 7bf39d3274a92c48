package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.html.ErrorLog;
import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Received;
import com.openshow.loadtest.slo.measure.ResponseClass;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.assertions.AssertionResult;
import org.apache.jmeter.control.TransactionController;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.PostThreadGroup;
import org.apache.jmeter.threads.SetupThreadGroup;

/** Takes what JMeter tells of samples to the recorder. Safe for any number of threads. */
final class SampleIntake {
  private final RunRecorder recorder;
  private final ErrorLog errors;
  // By name: a pattern for each sample would cost as much as all the rest.
  private final Map<String, Boolean> preparingGroups = new ConcurrentHashMap<>();

  SampleIntake(RunRecorder recorder, ErrorLog errors) {
    this.recorder = recorder;
    this.errors = errors;
  }

  /**
   * False when the sample does not count: of a thread group that prepares or tidies up, or of a
   * fault.
   */
  boolean take(SampleEvent event) {
    String group = event.getThreadGroup();
    if (isPreparing(group) || isPreparing()) {
      return false;
    }
    record(group, event.getResult());
    return !SampleKey.isFault(event.getResult().getSampleLabel());
  }

  private boolean isPreparing(String group) {
    Boolean known = preparingGroups.get(group);
    return known != null
        ? known
        : preparingGroups.computeIfAbsent(group, SampleKey::isPreparingGroup);
  }

  /** Whether this is a thread of a setUp or tearDown group, whatever it is called. */
  private static boolean isPreparing() {
    AbstractThreadGroup group = JMeterContextService.getContext().getThreadGroup();
    return group instanceof SetupThreadGroup || group instanceof PostThreadGroup;
  }

  private void record(String group, SampleResult sample) {
    boolean transaction = TransactionController.isFromTransactionController(sample);
    boolean failed = !sample.isSuccessful();
    // Scripts set any code, also none.
    String code = Objects.toString(sample.getResponseCode(), "");
    recorder.record(
        new Sample(
            group,
            sample.getSampleLabel(),
            sample.getThreadName(),
            sample.getStartTime(),
            sample.getTime(),
            // A schedule's lag travels as the sample's idle time; that of a transaction is its
            // pauses.
            transaction ? 0 : sample.getIdleTime(),
            failed,
            transaction,
            new Details(
                sample.getConnectTime(),
                sample.getLatency(),
                Received.bytes(
                    sample.getBytesAsLong(), Received.isResponse(code), failed, transaction),
                sample.getSentBytes(),
                ResponseClass.of(code))));
    if (failed && SampleKey.isJudged(sample.getSampleLabel())) {
      errors.add(group, sample.getSampleLabel(), sample.getResponseCode(), message(sample));
    }
    if (transaction) {
      // With "Generate parent sample" its requests come inside it, and by themselves without.
      for (SampleResult request : sample.getSubResults()) {
        record(group, request);
      }
    }
  }

  /** Why it failed: what an assertion says, else what the response said of itself. */
  private static String message(SampleResult sample) {
    for (AssertionResult assertion : sample.getAssertionResults()) {
      String message = assertion.getFailureMessage();
      if ((assertion.isFailure() || assertion.isError()) && message != null) {
        return message;
      }
    }
    return sample.getResponseMessage();
  }
}
