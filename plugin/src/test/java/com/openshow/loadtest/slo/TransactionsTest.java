package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.SampleRecorder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TransactionsTest {
  @Test
  void aTransactionIsJudgedByItsLabelAndNotCountedAmongRequests() {
    SampleRecorder recorder = new SampleRecorder();
    recorder.record("S_01", "GET /a", 5, false);
    recorder.record("S_01", "GET /b", 7, true);
    recorder.record("S_01", "Buy", 12, true, true);

    assertThat(count(recorder, "S_01", "")).isEqualTo(2);
    assertThat(count(recorder, "", "")).isEqualTo(2);
    assertThat(count(recorder, "S_01", "Buy")).isEqualTo(1);
  }

  @Test
  void aTransactionWithTheNameOfARequestIsNotCountedTwice() {
    SampleRecorder recorder = new SampleRecorder();
    recorder.record("S_01", "GET /a", 5, false);
    recorder.record("S_01", "GET /a", 5, false, true);

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

  private static long count(SampleRecorder recorder, String scenario, String label) {
    Measurement measurement = recorder.snapshot(Instant.EPOCH, Instant.EPOCH);
    LabelStatistics statistics = measurement.select(new Scope(scenario, label)::covers);
    return statistics.samples();
  }
}
