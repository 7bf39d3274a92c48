package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.LatencySummary;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.WhichLatency;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.SetupThreadGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the listener counts, sample by sample; {@code JtlXmlTest} holds files to the same rules. */
final class SloRunTest {
  private SloRun run;

  @BeforeEach
  void start(@TempDir Path folder) {
    run =
        SloRun.start(
            "test",
            Stream.of("", "Buy", "GET /a", "GET /a.css", "POST /b")
                .map(
                    label ->
                        new Objective(
                            new Scope("S_01", label),
                            new LatencySummary(
                                LatencySummary.Statistic.MAXIMUM, WhichLatency.USUAL),
                            1000))
                .toList(),
            new RunRecorder(Duration.ZERO, List.of()),
            Baseline.NONE,
            RunningBackend.Backend.NONE,
            folder,
            Clock.fixed(Instant.ofEpochMilli(10_000), ZoneOffset.UTC),
            Duration.ofSeconds(5));
  }

  @AfterEach
  void end() {
    JMeterContextService.getContext().setThreadGroup(null);
    // Else it would write its reports when the JVM stops.
    run.leave("");
  }

  @Test
  void theRequestsInsideATransactionCountAndItsPausesDoNot() {
    SampleResult buy = sample("Buy", 20, 700);
    buy.setResponseMessage("Number of samples in transaction : 2, number of failing samples : 0");
    SampleResult page = sample("GET /a", 5, 0);
    page.addSubResult(sample("GET /a.css", 2, 0), false);
    buy.storeSubResult(page, false);
    buy.storeSubResult(sample("POST /b", 15, 3), false);

    run.record(new SampleEvent(buy, "S_01"));

    assertThat(observed())
        .containsExactly(
            ": 2, 18", "Buy: 1, 20", "GET /a: 1, 5", "GET /a.css: 0, -1", "POST /b: 1, 18");
  }

  @Test
  void setUpGroupsAreKnownByNameAndByType() {
    run.record(new SampleEvent(sample("GET /a", 5, 0), "setUp Thread Group"));
    JMeterContextService.getContext().setThreadGroup(new SetupThreadGroup());
    run.record(new SampleEvent(sample("GET /a", 5, 0), "S_01"));

    assertThat(observed()).first().isEqualTo(": 0, -1");
  }

  private List<String> observed() {
    return run.view().judgement().outcomes().stream().map(SloRunTest::describe).toList();
  }

  private static String describe(Outcome outcome) {
    return outcome.objective().scope().label()
        + ": "
        + outcome.samples()
        + ", "
        + Math.round(outcome.observed().orElse(-1));
  }

  private static SampleResult sample(String label, long elapsed, long idle) {
    SampleResult sample = SampleResult.createTestSample(10_000, 10_000 + elapsed);
    sample.setSampleLabel(label);
    sample.setSuccessful(true);
    sample.setIdleTime(idle);
    return sample;
  }
}
