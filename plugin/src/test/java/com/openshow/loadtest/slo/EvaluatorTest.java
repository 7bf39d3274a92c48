package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EvaluatorTest {
  private static final Scope GET = new Scope("S", "GET /");
  private final RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());

  @Test
  void silenceIsInconclusive() {
    assertThat(judge(p95(50)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge(errorRate(1)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aRunThatWasOverInItsWarmUpSaysSo() {
    RunRecorder own = new RunRecorder(Duration.ofSeconds(5), List.of());
    for (int i = 0; i < 100; i++) {
      own.record(new Sample("S", "GET /", "u", i, 9, 0, false));
    }
    Measurement measurement = own.measurement(Instant.EPOCH, Instant.EPOCH);
    Objective other = new Objective(new Scope("T", ""), new LatencyPercentile(95), 50);
    assertThat(Evaluator.evaluate(List.of(p95(50), other), measurement).outcomes())
        .extracting(Outcome::reason)
        .containsExactly(
            "no sample was taken but those of the warm-up and of sign-ups", "no sample was taken");
  }

  @Test
  void p95IsInconclusiveBelow20Samples() {
    record(19, 10, false);
    assertThat(only(p95(50)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(p95(50)).reason())
        .isEqualTo(
            "only 19 samples: p95 needs at least 20; about 40 more samples would settle it, if they"
                + " are like these (1 s at this rate)");
    record(1, 10, false);
    assertThat(only(p95(50)).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aValueAtTheTargetHoldsAndOneMillisecondMoreDoesNot() {
    record(100, 50, false);
    assertThat(only(p95(50)).verdict()).isEqualTo(Verdict.PASS);
    assertThat(only(p95(49)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(only(p95(49)).reason()).isEqualTo("50 ms is more than 49 ms");
  }

  @Test
  void latenciesOfFailuresAloneSayNothing() {
    record(100, 1, true);
    assertThat(only(p95(50)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only(errorRate(0.01)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge(p95(50), errorRate(0.01)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aTimeThatIsKnownOfSomeSamplesOnlyIsInconclusive() {
    Objective firstByte = new Objective(GET, Indicator.parse("max(first_byte)"), 50);
    RunRecorder own = new RunRecorder(Recording.of(List.of(firstByte), Duration.ZERO, List.of()));
    Details known = new Details(0, 7, 0, 0);
    own.record(new Sample("S", "GET /", "u", 0, 9, 0, false, false, known));
    own.record(new Sample("S", "GET /", "u", 1, 90, 0, false));
    Outcome outcome =
        Evaluator.evaluate(List.of(firstByte), own.measurement(Instant.EPOCH, Instant.EPOCH))
            .outcomes()
            .get(0);
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).startsWith("only of 1 of 2 samples first_byte is known");
  }

  @Test
  void oneErrorIn10000IsWithinAHundredthOfAPercentAndTwoAreNot() {
    record(9_999, 1, false);
    record(1, 1, true);
    assertThat(only(errorRate(0.01)).verdict()).isEqualTo(Verdict.PASS);
    record(1, 1, true);
    assertThat(only(errorRate(0.01)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void anInterruptedRunCanFailButNotPass() {
    record(100, 50, false);
    assertThat(interrupted(p95(50)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(interrupted(p95(49)).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void indicatorsAreReadAsTheyAreWritten() {
    for (String kind :
        List.of(
            "p50",
            "p99.99",
            "p95(connect)",
            "p95(lag, successful)",
            "error_rate",
            "avg(first_byte)",
            "min(elapsed)",
            "max(successful)",
            "rps",
            "received_kb_per_s",
            "sent_kb_per_s",
            "weight(60)",
            "weight(33.3333)")) {
      assertThat(Indicator.parse(kind).kind()).isEqualTo(kind);
    }
    for (String none :
        List.of(
            "P95", "p0", "p100", "p", "p95(slow)", "p95()", "rps(1)", "weight", "weight(101)")) {
      assertThatThrownBy(() -> Indicator.parse(none))
          .hasMessageStartingWith(
              "unknown indicator \"" + none + "\"; expected one of p<percentile>, avg, min, max,");
    }
  }

  @Test
  void aTargetIsANumberOfAtLeastZero() {
    for (double target : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> p95(target))
          .hasMessage("target must be a number of at least 0, but was " + target);
    }
  }

  @Test
  void verdictsCombineSoThatOneBreachFailsTheWhole() {
    assertThat(Verdict.PASS.and(Verdict.INCONCLUSIVE)).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.FAIL.and(Verdict.INCONCLUSIVE)).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.PASS.and(Verdict.PASS)).isEqualTo(Verdict.PASS);
  }

  private void record(int count, long millis, boolean error) {
    for (int i = 0; i < count; i++) {
      recorder.record(new Sample("S", "GET /", "user", 0, millis, 0, error));
    }
  }

  private static Objective p95(double target) {
    return new Objective(GET, new LatencyPercentile(95), target);
  }

  private static Objective errorRate(double target) {
    return new Objective(new Scope("S", ""), new ErrorRate(), target);
  }

  private Outcome only(Objective objective) {
    return judge(objective).outcomes().get(0);
  }

  private Judgement judge(Objective... objectives) {
    return Evaluator.evaluate(
        List.of(objectives), recorder.measurement(Instant.EPOCH, Instant.EPOCH));
  }

  private Judgement interrupted(Objective objective) {
    return Evaluator.evaluate(
        List.of(objective),
        recorder.measurement(Instant.EPOCH, Instant.EPOCH),
        Optional.of("Ctrl-C"));
  }
}
