package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegressionTest {
  private static final long SEED = 20_260_301;
  private static final Scope SCOPE = new Scope("S", "");

  @Test
  void theWholeIntervalOfTheDifferenceSettlesIt() {
    Measurement before = run(5_000, 100, 0);
    assertThat(only("p95", "baseline + 10 %", before, run(5_000, 80, 0)))
        .returns(Verdict.PASS, Outcome::verdict)
        .returns(false, outcome -> outcome.certainty().borderline());
    Outcome slower = only("p95", "baseline + 10 %", before, run(5_000, 140, 0));
    assertThat(slower.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(slower.certainty().borderline()).isFalse();
    Against against = slower.against().orElseThrow();
    assertThat(against.bar().value()).isEqualTo(against.baseline().value() * 1.1);
    assertThat(against.difference().orElseThrow().low()).isPositive();
    assertThat(slower.reason())
        .matches(
            "4\\d\\d ms is more than 3\\d\\d(\\.\\d)? ms \\(baseline [23]\\d\\d ms \\+ 10 %\\)");
  }

  @Test
  void inBetweenTheValueDecidesAndTheRowIsBorderlineOrInconclusiveWhereStrict() {
    Measurement before = run(1_000, 100, 0);
    Measurement now = run(1_000, 104, 0);
    Outcome outcome = only("p95", "baseline + 10 %", before, now);
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.certainty().borderline()).isTrue();
    assertThat(outcome.reason())
        .contains("but the true value may be", " below to ", " above that", "settle it");
    Terms strict = new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, true, Optional.empty());
    Outcome refused = judge(objective("p95", "baseline + 10 %", strict), before, now);
    assertThat(refused.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(refused.reason()).startsWith("strict: ");
  }

  @Test
  void withoutABaselineNobodyKnows() {
    Objective objective = objective("p95", "baseline + 10 %", Terms.USUAL);
    Outcome outcome = Evaluator.evaluate(List.of(objective), run(1_000, 100, 0)).outcomes().get(0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).isEqualTo("no baseline was given");
    assertThat(only("p99", "baseline", run(50, 100, 0), run(1_000, 100, 0)))
        .returns(Verdict.INCONCLUSIVE, Outcome::verdict)
        .returns(
            "the baseline cannot be told: only 50 samples: p99 needs at least 100",
            Outcome::reason);
  }

  @Test
  void errorsMayRiseByPointsFromNothing() {
    Measurement none = run(20_000, 100, 0);
    Measurement some = run(20_000, 100, 100);
    assertThat(only("error_rate", "baseline + 50 %", none, some).verdict()).isEqualTo(Verdict.FAIL);
    Outcome allowed = only("error_rate", "baseline + 50 % + 1 points", none, some);
    assertThat(allowed.verdict()).isEqualTo(Verdict.PASS);
    assertThat(allowed.certainty().borderline()).isFalse();
    assertThat(allowed.reason()).isEqualTo("0.5 % is at most 1 % (baseline 0 % + 50 % + 1 points)");
    assertThat(only("error_rate", "baseline + 0.5 points", none, some).reason())
        .containsPattern("may be 0\\.\\d+ points below to 0\\.\\d+ points above that");
  }

  @Test
  void whatHasNoIntervalIsJudgedByItsValue() {
    Measurement before = run(1_000, 100, 0);
    Outcome fewer = only("rps", "baseline - 10 %", before, run(800, 100, 0));
    assertThat(fewer.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(fewer.reason()).contains("is less than", "- 10 %)");
    assertThat(only("rps", "baseline - 10 %", before, run(950, 100, 0)).verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void aFalseVerdictIsNoMoreLikelyThanTheRiskSays() {
    Random random = new Random(SEED);
    int runs = 400;
    int settled = 0;
    for (int i = 0; i < runs; i++) {
      // The truth is the very edge: each settled verdict is by chance.
      Outcome outcome =
          judge(
              objective("p90", "baseline + 25 %", Terms.USUAL),
              run(random, 500, 400, 0),
              run(random, 500, 500, 0));
      settled += outcome.certainty().borderline() ? 0 : 1;
    }
    assertThat(settled)
        .as("seed %d", SEED)
        .isLessThan((int) (runs * 0.1 + 3 * Math.sqrt(runs * 0.1)));
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50",
    "0.01, 0.01",
    "baseline, baseline",
    "baseline+10%, baseline + 10 %",
    "baseline - 5.5 %, baseline - 5.5 %",
    "baseline + 0.5 point, baseline + 0.5 points",
    "baseline +1% + 2points, baseline + 1 % + 2 points"
  })
  void aTargetIsReadAsItIsWritten(String text, String written) {
    Target target = Target.parse(text);
    assertThat(target.text()).isEqualTo(written);
    assertThat(Target.parse(written)).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"-1", "NaN", "1e400", "baseline + 10", "baseline - 100 %", "10 % of baseline", "x"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("target must be a number of at least 0, or such as");
  }

  @Test
  void whatCannotBeHeldAgainstABaselineIsRefused() {
    Terms abort =
        new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(5)));
    assertThatThrownBy(() -> objective("p95", "baseline", abort)).hasMessageContaining("stops no");
    assertThatThrownBy(() -> objective("p95", "baseline + 1 points", Terms.USUAL))
        .hasMessageContaining("points are for error_rate");
    for (String window : List.of("for 30s", "95% of 15s slices", "again within 9s after fault X")) {
      assertThatThrownBy(
              () ->
                  new Objective(
                      SCOPE,
                      new LatencyPercentile(95),
                      Comparison.LTE,
                      Target.parse("baseline"),
                      Window.parse(window),
                      Terms.USUAL))
          .hasMessageContaining("the whole run or a part");
    }
  }

  private static Outcome only(String kind, String target, Measurement before, Measurement now) {
    return judge(objective(kind, target, Terms.USUAL), before, now);
  }

  private static Objective objective(String kind, String target, Terms terms) {
    Indicator indicator = Indicator.parse(kind);
    return new Objective(
        SCOPE, indicator, indicator.usual(), Target.parse(target), new Window.WholeRun(), terms);
  }

  private static Outcome judge(Objective objective, Measurement before, Measurement now) {
    List<Objective> objectives = List.of(objective);
    return Evaluator.evaluate(
            objectives,
            now,
            Map.of(),
            Optional.empty(),
            new MeasuredBaseline(objectives, before, Map.of()))
        .outcomes()
        .get(0);
  }

  private static Measurement run(int samples, int meanMillis, int failed) {
    return run(new Random(SEED), samples, meanMillis, failed);
  }

  /** Exponential latencies within a second. */
  private static Measurement run(Random random, int samples, int meanMillis, int failed) {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (int i = 0; i < samples; i++) {
      long millis = Math.round(-meanMillis * Math.log1p(-random.nextDouble()));
      recorder.record(new Sample("S", "GET /a", "u", 1_000 - millis, millis, 0, i < failed));
    }
    recorder.record(new Sample("S", "setup: x", "u", -1_000, 2_000, 0, false));
    return recorder.measurement(Instant.EPOCH, Instant.EPOCH);
  }
}
