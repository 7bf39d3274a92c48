package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Severity, silence, strictness, other times than the response time, tags, weights, data. */
final class ObjectiveTermsTest {
  private final List<Sample> samples = new ArrayList<>();

  private void add(String scenario, String label, int count, boolean failed, long millis) {
    for (int i = 0; i < count; i++) {
      samples.add(
          new Sample(
              scenario,
              label,
              "u",
              i * 10L,
              millis,
              5,
              failed,
              false,
              new Details(2, millis / 2, 1024, 512)));
    }
  }

  private static Objective objective(Scope scope, String kind, double target, Terms terms) {
    Indicator indicator = Indicator.parse(kind);
    return new Objective(scope, indicator, indicator.usual(), target, new Window.WholeRun(), terms);
  }

  private static Objective objective(String label, String kind, double target) {
    return objective(new Scope("S", label), kind, target, Terms.USUAL);
  }

  private static Terms terms(Severity severity, OnNoData onNoData, boolean strict) {
    return new Terms(severity, onNoData, strict, Optional.empty());
  }

  private Judgement judge(Objective... objectives) {
    RunRecorder recorder =
        new RunRecorder(Recording.of(List.of(objectives), Duration.ZERO, List.of()));
    samples.forEach(recorder::record);
    return Evaluator.evaluate(
        List.of(objectives), recorder.measurement(Instant.EPOCH, Instant.EPOCH));
  }

  private Outcome only(Objective objective) {
    return judge(objective).outcomes().get(0);
  }

  @Test
  void aWarningDoesNotFailTheRun() {
    add("S", "GET /", 400, false, 60);
    Objective warning =
        objective(
            new Scope("S", "GET /"), "p95", 50, terms(Severity.WARN, OnNoData.INCONCLUSIVE, false));
    Judgement judgement = judge(warning, objective("GET /", "p99", 100));
    assertThat(judgement.outcomes().get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.warnings()).isEqualTo(1);
    assertThat(judge(warning, objective("GET /", "p99", 50)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void warningsOfWhichNothingIsKnownAreNoPass() {
    Objective warning =
        objective(
            new Scope("S", "GET /"), "p95", 50, terms(Severity.WARN, OnNoData.INCONCLUSIVE, false));
    assertThat(judge(warning).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void silenceIsWhatWasAskedFor() {
    Scope scope = new Scope("S", "GET /never");
    for (OnNoData silence : OnNoData.values()) {
      Objective objective = objective(scope, "p95", 50, terms(Severity.FAIL, silence, false));
      assertThat(judge(objective).verdict().name()).isEqualTo(silence.name());
    }
  }

  @Test
  void tooFewSamplesAreNoSilence() {
    add("S", "GET /", 5, false, 10);
    Objective objective =
        objective(new Scope("S", "GET /"), "p95", 50, terms(Severity.FAIL, OnNoData.PASS, false));
    assertThat(judge(objective).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void strictObjectivesAreInconclusiveWhereMoreSamplesCouldTurnThem() {
    add("S", "GET /", 30, false, 10);
    Terms strict = terms(Severity.FAIL, OnNoData.INCONCLUSIVE, true);
    Outcome outcome = only(objective(new Scope("S", "GET /"), "p95", 50, strict));
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).startsWith("strict: 15 ms is at most 50 ms, but");
    add("S", "GET /", 28, false, 10);
    assertThat(only(objective(new Scope("S", "GET /"), "p95", 50, strict)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    add("S", "GET /", 1, false, 10);
    assertThat(only(objective(new Scope("S", "GET /"), "p95", 50, strict)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void everyTimeOfARequestCanBeJudged() {
    add("S", "GET /", 100, false, 40);
    assertThat(only(objective("GET /", "p95", 50)).observed()).hasValue(45);
    assertThat(only(objective("GET /", "p95(elapsed)", 50)).observed()).hasValue(40);
    assertThat(only(objective("GET /", "p95(first_byte)", 50)).observed()).hasValue(20);
    assertThat(only(objective("GET /", "max(connect)", 50)).observed()).hasValue(2);
    assertThat(only(objective("GET /", "max(lag)", 50)).observed()).hasValue(5);
  }

  @Test
  void failedRequestsAreCountedOrNotAndBothAreTold() {
    add("S", "GET /", 100, false, 35);
    add("S", "GET /", 100, true, 5);
    Outcome counted = only(objective("GET /", "p50", 50));
    assertThat(counted.observed()).hasValue(10);
    assertThat(counted.otherwise()).hasValue(40);
    Outcome left = only(objective("GET /", "p50(successful)", 50));
    assertThat(left.observed()).hasValue(40);
    assertThat(left.otherwise()).hasValue(10);
  }

  @Test
  void aTagIsTheRequestsThatHaveIt() {
    add("S", "GET /a", 100, false, 10);
    add("S", "GET /b", 100, true, 10);
    add("S", "GET /c", 100, true, 10);
    Requests tag = new Requests.Tagged("search", Set.of("GET /a", "GET /b"));
    Outcome outcome = only(objective(new Scope("S", tag), "error_rate", 50, Terms.USUAL));
    assertThat(outcome.observed()).hasValue(50);
    assertThat(outcome.objective().name()).isEqualTo("error_rate of tag search of S");
  }

  @Test
  void requestsAreReadAsTheyAreWritten() {
    for (Requests requests :
        List.of(
            new Requests.All(),
            new Requests.Labelled("GET /a"),
            new Requests.Labelled("tag x: y"),
            new Requests.Labelled("\\tag x: y"),
            new Requests.Tagged("search", Set.of("GET /a", "GET /b | c", "d\\e", "|")))) {
      assertThat(Requests.parse(requests.text())).isEqualTo(requests);
    }
    assertThat(Requests.parse("tag search: GET /a | GET /b"))
        .isEqualTo(new Requests.Tagged("search", Set.of("GET /a", "GET /b")));
  }

  @Test
  void theAchievedWeightIsHeldAgainstTheDeclaredOne() {
    add("S", "GET /a", 62, false, 10);
    add("S", "GET /b", 38, false, 10);
    add("T", "GET /a", 500, false, 10);
    assertThat(only(objective("GET /a", "weight(60)", 2)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(objective("GET /a", "weight(60)", 1.5)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(only(objective("GET /never", "weight(0)", 0)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void dataIsCountedASecond() {
    add("S", "GET /a", 101, false, 0);
    // 101 requests in one second.
    assertThat(only(objective("", "received_kb_per_s", 200)).observed()).hasValue(101);
    assertThat(only(objective("", "sent_kb_per_s", 200)).observed()).hasValue(50.5);
    samples.add(new Sample("S", "GET /a", "u", 0, 1, 0, false));
    Outcome partly = only(objective("", "received_kb_per_s", 200));
    assertThat(partly.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(partly.reason()).isEqualTo("only of 101 of 102 samples the size is known");
  }

  @Test
  void aTimeThatNobodyMeasuredIsSilence() {
    samples.add(new Sample("S", "GET /", "u", 0, 1, 0, false));
    assertThat(only(objective("GET /", "avg(connect)", 5)).reason())
        .isEqualTo("nobody measured it in these 1 samples");
  }

  @Test
  void everyComparisonIsTakenAtItsWord() {
    add("S", "GET /", 1000, false, 45);
    Scope scope = new Scope("S", "GET /");
    for (Comparison op : Comparison.values()) {
      for (double target : new double[] {49, 50, 51}) {
        Objective objective =
            new Objective(
                scope,
                new LatencySummary(LatencySummary.Statistic.MAXIMUM, WhichLatency.USUAL),
                op,
                target,
                new Window.WholeRun(),
                Terms.USUAL);
        assertThat(only(objective).verdict() == Verdict.PASS)
            .as("50 %s %s", op.sign(), target)
            .isEqualTo(op.holds(50, target));
      }
    }
  }
}
