package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Objectives over a stage, a sustained time and slices, and those that abort. */
final class ObjectiveWindowsTest {
  private static final Scope GET = new Scope("S", "GET /");
  private static final Indicator P95 = new LatencyPercentile(95);
  // Windows begin at whole seconds of the clock, runs do not.
  private static final long START = 1_700_000_000_250L;

  private final List<Sample> samples = new ArrayList<>();

  /** 25 samples a second from one second to another, each so slow. */
  private void load(int from, int to, long millis) {
    load(from, to, millis, 25);
  }

  private void load(int from, int to, long millis, int perSecond) {
    for (int i = from * perSecond; i < to * perSecond; i++) {
      samples.add(new Sample("S", "GET /", "u", START + i * 1000L / perSecond, millis, 0, false));
    }
  }

  private static Objective over(String window, Terms terms) {
    return new Objective(GET, P95, Comparison.LTE, 50, Window.parse(window), terms);
  }

  private static Objective over(String window) {
    return over(window, Terms.USUAL);
  }

  private Judgement judge(Objective objective) {
    RunRecorder recorder =
        new RunRecorder(Recording.of(List.of(objective), Duration.ZERO, List.of()));
    samples.forEach(recorder::record);
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    return Evaluator.evaluate(List.of(objective), measurement);
  }

  private Outcome only(Objective objective) {
    return judge(objective).outcomes().get(0);
  }

  @Test
  void aStageIsJudgedByItsOwnSamples() {
    load(0, 20, 10);
    load(20, 40, 80);
    load(40, 60, 10);
    assertThat(only(over("stage calm: 0s to 20s")).verdict()).isEqualTo(Verdict.PASS);
    Outcome peak = only(over("stage peak: 20s to 40s"));
    assertThat(peak.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(peak.observed()).hasValue(80);
    // Whole seconds of the clock lie wholly in the stage: all but the two at its ends.
    assertThat(peak.samples()).isBetween(19 * 25L, 20 * 25L);
    assertThat(peak.objective().name()).isEqualTo("p95 of GET / of S (stage peak: 20s to 40s)");
    assertThat(only(over("stage after: 70s to 80s")).reason())
        .isEqualTo("no sample was taken in stage after: 70s to 80s");
  }

  @Test
  void aStageBeginsWithTheScenarioNotWithTheWarmUp() {
    load(0, 20, 10);
    load(20, 40, 80);
    Objective objective = over("stage peak: 20s to 40s");
    RunRecorder recorder =
        new RunRecorder(Recording.of(List.of(objective), Duration.ofSeconds(10), List.of()));
    samples.forEach(recorder::record);
    Measurement measurement = recorder.measurement(Instant.EPOCH, Instant.EPOCH);
    Outcome outcome = Evaluator.evaluate(List.of(objective), measurement).outcomes().get(0);
    assertThat(outcome.observed()).hasValue(80);
    assertThat(outcome.samples()).isBetween(19 * 25L, 20 * 25L);
  }

  @Test
  void aSustainedObjectiveForgivesAShortBreach() {
    load(0, 30, 10);
    load(30, 45, 80);
    load(45, 60, 10);
    Outcome forgiven = only(over("for 30s"));
    assertThat(forgiven.verdict()).isEqualTo(Verdict.PASS);
    assertThat(forgiven.observed().orElseThrow()).isBetween(10.0, 20.0);
    assertThat(only(over("for 10s")).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(only(over("for 10s")).reason())
        .matches("it was missed for 1\\d s without a break, from .*Z, allowed are less than 10 s");
  }

  @Test
  void twoBreachesWithABreakAreNotOne() {
    load(0, 10, 80);
    load(10, 20, 10);
    load(20, 30, 80);
    load(30, 40, 10);
    assertThat(only(over("for 15s")).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void fewSamplesAreAddedUpUntilTheyCanBeJudged() {
    load(0, 60, 80, 1);
    // Twenty samples for a p95 take twenty seconds.
    assertThat(only(over("for 30s")).verdict()).isEqualTo(Verdict.FAIL);
    samples.clear();
    load(0, 15, 80, 1);
    Outcome few = only(over("for 10s"));
    assertThat(few.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(few.reason()).isEqualTo("no part of the time had enough samples to judge it");
  }

  @Test
  void slicesAreCounted() {
    load(0, 140, 10);
    load(140, 150, 80);
    load(150, 200, 10);
    Outcome outcome = only(over("90% of 10s slices"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.observed()).hasValue(95);
    assertThat(outcome.reason())
        .startsWith("19 of 20 slices are good, 95 % of slices is at least 90 % of slices");
    assertThat(outcome.certainty().borderline()).isTrue();
    assertThat(only(over("96% of 10s slices")).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void strictSlicesNeedToBeCertain() {
    load(0, 60, 10);
    Terms strict = new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, true, Optional.empty());
    Outcome outcome = only(over("90% of 10s slices", strict));
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason())
        .startsWith("strict: ")
        .endsWith(
            "about 23 more slices would settle it, if they are like these (4 min at this rate)");
  }

  @Test
  void slicesThatCannotBeJudgedMustNotTurnTheVerdict() {
    load(0, 50, 10);
    load(50, 100, 10, 1);
    Outcome outcome = only(over("90% of 10s slices"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).endsWith("but 4 more had too few samples to judge them");
  }

  @Test
  void aLongBreachAborts() {
    load(0, 60, 10);
    load(60, 80, 80);
    load(80, 400, 10);
    Terms abort =
        new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(15)));
    Judgement judgement = judge(over("", abort));
    // Over the whole run the p95 is fine; the twenty seconds were not.
    assertThat(judge(over("")).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.aborted().orElseThrow())
        .matches("p95 of GET / of S: the test is aborted: it was missed for \\d+ s .*");
  }

  @Test
  void awatchSeesTheAbortAsItComes() {
    Terms terms =
        new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(10)));
    Objective objective = over("", terms);
    load(0, 20, 10);
    load(20, 60, 80);
    RunRecorder recorder =
        new RunRecorder(Recording.of(List.of(objective), Duration.ZERO, List.of()));
    AbortWatch watch = new AbortWatch(objective);
    Instant origin = Instant.ofEpochMilli(START).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    long aborted = 0;
    int next = 0;
    for (long now = START; aborted == 0; now += 500) {
      while (samples.get(next).endMillis() <= now) {
        recorder.record(samples.get(next++));
      }
      long until = now - 1000;
      if (watch
          .look(recorder.details(origin.toEpochMilli(), until), origin, Instant.ofEpochMilli(until))
          .isPresent()) {
        aborted = now - START;
      }
    }
    assertThat(aborted).isBetween(30_000L, 33_000L);
  }

  @Test
  void windowsAreReadAsTheyAreWritten() {
    for (String text :
        List.of("", "stage peak load: 60s to 90.5s", "for 30s", "95% of 15s slices")) {
      assertThat(Window.parse(text).text()).isEqualTo(text);
    }
    for (String none : List.of("for", "for 30", "for 0.5s", "95% of 15s", "0% of 15s slices")) {
      assertThatThrownBy(() -> Window.parse(none)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Window.parse("stage a: 9s to 3s"))
        .hasMessage("a stage must end after it begins, but was from PT9S to PT3S");
  }
}
