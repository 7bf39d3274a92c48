package com.openshow.loadtest.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.report.html.ErrorSample;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AttributionTest {
  private static final Map<String, Set<String>> LABELS =
      Map.of("S_01", Set.of("GET /a", "GET /both"), "S_02", Set.of("GET /b", "GET /both"));

  @Test
  void aStockPlansSamplesAreGivenByTheLabelsThatOneScenarioAloneHas() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "Users", "GET /a", 5, false);
    record(recorder, "More users", "GET /a", 9, true);
    record(recorder, "Users", "GET /b", 5, false);
    record(recorder, "Users", "GET /both", 5, false);

    Attribution attribution =
        Attribution.of(measured(recorder), List.of(), Map.of("setUp Thread Group", 1L), LABELS);

    assertThat(samples(attribution, "S_01", "GET /a")).isEqualTo(2);
    assertThat(samples(attribution, "S_02", "GET /b")).isEqualTo(1);
    assertThat(samples(attribution, "S_01", "GET /both")).isZero();
    assertThat(attribution.measurement().select(key -> true).samples()).isEqualTo(4);
    assertThat(attribution.notes())
        .containsExactly(
            "1 sample of thread group \"setUp Thread Group\" prepare or tidy up: not judged",
            "1 sample of thread group \"More users\", no scenario, are judged by label",
            "2 samples of thread group \"Users\", no scenario, are judged by label",
            "1 sample of 1 label belong to no request of the scenarios: GET /both of thread group"
                + " \"Users\"");
  }

  @Test
  void aLabelOfAnotherCharacterSetIsToldFromOneThatNobodyKnows() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "S_01", "GET /\uFFFD", 5, false);
    assertThat(Attribution.of(measured(recorder), List.of(), Map.of(), LABELS).notes())
        .singleElement()
        .asString()
        .endsWith("; the file is not UTF-8 (\uFFFD): convert it, as with iconv -t UTF-8");
  }

  @Test
  void besideOurOwnThreadGroupsAStrangersSamplesAreNotJudged() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "S_01", "GET /a", 5, false);
    record(recorder, "S_01", "GET /new", 5, false);
    record(recorder, "Prepare", "GET /a", 5000, false);

    Attribution attribution = Attribution.of(measured(recorder), List.of(), Map.of(), LABELS);

    assertThat(samples(attribution, "S_01", "GET /a")).isEqualTo(1);
    assertThat(attribution.notes())
        .containsExactly(
            "2 samples of 2 labels belong to no request of the scenarios: GET /a of thread group"
                + " \"Prepare\"; GET /new of thread group \"S_01\"");
  }

  @Test
  void failuresAreGivenToScenariosAsTheSamplesAre() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    record(recorder, "Users", "GET /a", 5, true);
    Attribution attribution =
        Attribution.of(
            measured(recorder),
            List.of(
                new ErrorSample("Users", "GET /a", "503", "first", 2),
                new ErrorSample("More users", "GET /a", "503", "second", 3),
                new ErrorSample("Users", "GET /both", "503", "both", 1)),
            Map.of(),
            LABELS);
    assertThat(attribution.errors())
        .containsExactly(
            new ErrorSample("S_01", "GET /a", "503", "first", 5),
            new ErrorSample("Users", "GET /both", "503", "both", 1));
  }

  private static void record(
      RunRecorder recorder, String group, String label, long millis, boolean failed) {
    recorder.record(new Sample(group, label, "user", 0, millis, 0, failed));
  }

  private static Measurement measured(RunRecorder recorder) {
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH);
  }

  private static long samples(Attribution attribution, String scenario, String label) {
    return attribution
        .measurement()
        .select(key -> key.equals(new SampleKey(scenario, label)))
        .samples();
  }
}
