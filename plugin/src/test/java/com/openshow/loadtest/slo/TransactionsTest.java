package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
  @Test
  void aTransactionIsJudgedByItsLabelAndNotCountedAmongRequests() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "GET /a", 5, false, false);
    record(recorder, "GET /b", 7, true, false);
    record(recorder, "Buy", 12, true, true);

    assertThat(count(recorder, "S_01", "")).isEqualTo(2);
    assertThat(count(recorder, "", "")).isEqualTo(2);
    assertThat(count(recorder, "S_01", "Buy")).isEqualTo(1);
  }

  @Test
  void aTransactionWithTheNameOfARequestIsNotCountedTwice() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "GET /a", 5, false, false);
    record(recorder, "GET /a", 5, false, true);

    assertThat(count(recorder, "S_01", "GET /a")).isEqualTo(1);
    assertThat(count(recorder, "S_01", "")).isEqualTo(1);
  }

  @Test
  void groupsThatPrepareOrTidyUpAreKnownByTheNamesJmeterGivesThem() {
    assertThat(SampleKey.isPreparingGroup("setUp Thread Group")).isTrue();
    assertThat(SampleKey.isPreparingGroup("tearDown Thread Group")).isTrue();
    assertThat(SampleKey.isPreparingGroup("10.0.0.7-setUp Thread Group")).isTrue();
    assertThat(SampleKey.isPreparingGroup("setup-check")).isFalse();
    assertThat(SampleKey.isPreparingGroup("S_01_Setup")).isFalse();
  }

  private static void record(
      RunRecorder recorder, String label, long millis, boolean failed, boolean transaction) {
    recorder.record(
        new Sample("S_01", label, "user", 0, millis, 0, failed, transaction, Details.UNKNOWN));
  }

  private static long count(RunRecorder recorder, String scenario, String label) {
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    LabelStatistics statistics = measurement.select(new Scope(scenario, label)::covers);
    return statistics.samples();
  }
}
