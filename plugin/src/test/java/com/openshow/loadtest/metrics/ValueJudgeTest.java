package com.openshow.loadtest.metrics;

import static com.openshow.loadtest.metrics.GivenSource.STEP;
import static com.openshow.loadtest.metrics.GivenSource.none;
import static com.openshow.loadtest.metrics.GivenSource.range;
import static com.openshow.loadtest.metrics.GivenSource.series;
import static com.openshow.loadtest.metrics.GivenSource.then;
import static com.openshow.loadtest.metrics.GivenSource.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValueJudgeTest {
  private static final Map<String, String> A = Map.of("instance", "a");
  private static final Map<String, String> B = Map.of("instance", "b");

  private static BackendObjective objective(
      String reducer, String op, double target, String by, Terms terms) {
    return new BackendObjective(
        "CPU",
        "prom",
        new ValueClaim(
            "cpu",
            Reducer.parse(reducer),
            new Bar(Comparison.of(op).orElseThrow(), target, "%"),
            Grouping.find(by).orElseThrow(),
            0.9),
        "",
        new Window.WholeRun(),
        terms,
        "");
  }

  private static BackendOutcome judge(String reducer, String op, double target, Reading reading) {
    return BackendJudge.judge(
        objective(reducer, op, target, "", Terms.USUAL),
        new GivenSource().with("cpu", reading),
        range());
  }

  private static BackendOutcome judge(String reducer, String op, double target, Series... series) {
    return judge(reducer, op, target, values(List.of(), series));
  }

  private static Reading values(List<String> doubts, Series... series) {
    return new Reading.Values(List.of(series), STEP, doubts, List.of());
  }

  private static void assertIs(BackendOutcome outcome, Verdict verdict, String reason) {
    assertThat(outcome.reason()).isEqualTo(reason);
    assertThat(outcome.verdict()).isEqualTo(verdict);
  }

  @Test
  void everySeriesIsJudgedAndTheWorstIsNamed() {
    BackendOutcome outcome =
        judge("avg", "<=", 70, series(A, times(21, 40)), series(B, times(21, 71.5)));
    assertIs(outcome, Verdict.FAIL, "71.5 % is more than 70 % of {instance=\"b\"}, the worst of 2");
    assertThat(outcome.observed()).hasValue(71.5);
    assertThat(outcome.samples()).isEqualTo(42);
    assertThat(outcome.findings())
        .extracting(BackendFinding::name, BackendFinding::verdict)
        .containsExactly(
            tuple("{instance=\"b\"}", Verdict.FAIL), tuple("{instance=\"a\"}", Verdict.PASS));
    assertThat(outcome.series()).hasSize(2);
  }

  @Test
  void ofLeastValuesTheLeastIsTheWorst() {
    assertIs(
        judge("avg", ">=", 10, series(A, times(21, 40)), series(B, times(21, 11))),
        Verdict.PASS,
        "11 % is at least 10 % of {instance=\"b\"}, the worst of 2");
  }

  @Test
  void aSeriesWithoutLabelsNeedsNoName() {
    assertIs(
        judge("max", "<", 70, series(Map.of(), times(21, 3))),
        Verdict.PASS,
        "3 % is less than 70 %");
  }

  @Test
  void theAverageOverTheClusterHoldsWhereOneOfItsMembersWouldNot() {
    Reading both = values(List.of(), series(A, times(21, 90)), series(B, times(21, 50)));
    BackendOutcome cluster =
        BackendJudge.judge(
            objective("avg", "<=", 80, "by ()", Terms.USUAL),
            new GivenSource().with("cpu", both),
            range());
    assertIs(cluster, Verdict.PASS, "70 % is at most 80 %");
    BackendOutcome each =
        BackendJudge.judge(
            objective("avg", "<=", 80, "by (instance)", Terms.USUAL),
            new GivenSource().with("cpu", both),
            range());
    assertThat(each.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(each.findings()).hasSize(2);
  }

  @Test
  void whatEndedBeforeTheEndIsTold() {
    assertIs(
        judge("avg", "<=", 70, series(A, then(times(15, 40), none(1)))),
        Verdict.INCONCLUSIVE,
        "40 % is at most 70 % of {instance=\"a\"}, but only 15 of 20 points are there, 90 % of them"
            + " are asked for; the last point is from 2026-01-01T12:00:14Z, 6.0 s before the end:"
            + " its target was gone");
  }

  @Test
  void aShortSilenceAtTheEndIsStaleEvenIfTheCoverageIsEnough() {
    TimeRange hour = new TimeRange(GivenSource.START, GivenSource.START.plusSeconds(3600));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective("avg", "<=", 70, "", Terms.USUAL),
            new GivenSource().with("cpu", series(A, times(3590, 40))),
            hour);
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).contains("11.0 s before the end: its target was gone");
  }

  @Test
  void aSingleNanIsNoPass() {
    assertIs(
        judge("max", "<=", 70, series(A, then(times(20, 40), times(1, Double.NaN)))),
        Verdict.INCONCLUSIVE,
        "40 % is at most 70 % of {instance=\"a\"}, but 1 of 21 points are NaN or infinite (where"
            + " that is to be expected, leave them out of the query)");
    for (double value :
        new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
      assertThat(judge("max", "<=", 70, series(A, times(21, value))).verdict())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  @Test
  void nothingAtAllIsWhatTheObjectiveSays() {
    Reading none = values(List.of());
    for (OnNoData onNoData : OnNoData.values()) {
      BackendObjective objective =
          objective(
              "avg", "<=", 70, "", new Terms(Severity.FAIL, onNoData, false, Optional.empty()));
      BackendOutcome outcome =
          BackendJudge.judge(objective, new GivenSource().with("cpu", none), range());
      assertIs(
          outcome,
          onNoData.verdict(),
          "nothing matches cpu: are the names of the metric and its labels right, and was its"
              + " target scraped?");
      assertThat(outcome.observed()).isEmpty();
    }
  }

  @Test
  void aSourceThatCannotBeAskedNeverLetsAnObjectivePass() {
    BackendObjective lenient =
        objective(
            "avg", "<=", 70, "", new Terms(Severity.FAIL, OnNoData.PASS, false, Optional.empty()));
    assertIs(
        BackendJudge.judge(
            lenient, new GivenSource().with("cpu", new Reading.Unavailable("503")), range()),
        Verdict.INCONCLUSIVE,
        "503");
    assertThat(
            BackendJudge.judge(
                    lenient, new GivenSource().with("cpu", values(List.of("partial"))), range())
                .verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void doubtsForbidAPassButNotABreachThatWasSeen() {
    Series low = series(A, times(21, 40));
    Series high = series(A, then(times(20, 40), times(1, 99)));
    List<String> doubts = List.of("Prometheus warns: partial");
    assertIs(
        judge("max", "<=", 70, values(doubts, low)),
        Verdict.INCONCLUSIVE,
        "40 % is at most 70 % of {instance=\"a\"}, but Prometheus warns: partial");
    assertIs(
        judge("max", "<=", 70, values(doubts, high)),
        Verdict.FAIL,
        "99 % is more than 70 % of {instance=\"a\"}, whatever is missing (Prometheus warns:"
            + " partial)");
    assertThat(judge("avg", "<=", 30, values(doubts, low)).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aBreachOfPartialDataCountsOnlyIfTheRestCouldNotUndoIt() {
    Double[] high = times(10, 99);
    Double[] low = times(10, 1);
    // 10 of 20 are there: with 10 good ones, the median is good and the 95th percentile is not.
    assertThat(judge("p50", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("p95", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("p95", ">=", 70, series(A, low)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("p40", ">=", 70, series(A, low)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("max", ">=", 70, series(A, low)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("min", ">=", 70, series(A, low)).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("min", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("avg", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("last", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("sustained 5s", "<=", 70, series(A, high)).verdict()).isEqualTo(Verdict.FAIL);
    // It rose by 45 in 9 s: at least 2.25 /s over 20 s.
    Series counter = series(A, 0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0);
    assertThat(judge("rate", "<=", 2, counter).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judge("rate", "<=", 3, counter).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judge("rate", ">=", 6, counter).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void percentilesNeedSoManyPointsThatTheySaySomething() {
    TimeRange short19 = new TimeRange(GivenSource.START, GivenSource.START.plusSeconds(18));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective("p95", "<=", 70, "", Terms.USUAL),
            new GivenSource().with("cpu", series(A, times(19, 40))),
            short19);
    assertIs(
        outcome,
        Verdict.INCONCLUSIVE,
        "40 % is at most 70 % of {instance=\"a\"}, but only 19 points are there, p95 needs at least"
            + " 20");
    assertThat(judge("p95", "<=", 70, series(A, times(21, 40))).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aCounterThatStartsAgainHasRisenOn() {
    Series counter =
        series(
            A,
            Stream.iterate(0, i -> i + 1)
                .limit(21)
                // It starts again from 0 after 10 s.
                .map(i -> i < 10 ? 100.0 + 3 * i : 3.0 * (i - 10))
                .toArray(Double[]::new));
    // 27 to the restart, 0 at it, 30 after it.
    assertIs(
        judge("rate", "<=", 3, counter), Verdict.PASS, "2.85 % is at most 3 % of {instance=\"a\"}");
  }

  @Test
  void ratesOfAGroupAreAveragedAfterTheyWereMade() {
    Double[] rising = Stream.iterate(1000.0, v -> v + 2).limit(21).toArray(Double[]::new);
    Double[] faster = Stream.iterate(0.0, v -> v + 4).limit(21).toArray(Double[]::new);
    BackendOutcome outcome =
        BackendJudge.judge(
            objective("rate", "<=", 3, "by ()", Terms.USUAL),
            new GivenSource().with("cpu", series(A, rising), series(B, faster)),
            range());
    assertIs(outcome, Verdict.PASS, "3 % is at most 3 %");
  }

  @Test
  void shortMissesAreAllowedWhereOnlySustainedOnesCount() {
    Series twice5 = series(A, then(times(5, 99), times(5, 1), times(6, 99), times(5, 1)));
    assertIs(
        judge("sustained 6s", "<=", 70, twice5),
        Verdict.PASS,
        "<= 70 % was missed for 5 s without a break, from 2026-01-01T12:00:10Z of"
            + " {instance=\"a\"}, allowed are less than 6 s");
    BackendOutcome breached = judge("sustained 5s", "<=", 70, twice5);
    assertThat(breached.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(breached.observedText()).contains("5 s");
    assertIs(
        judge("sustained 5s", "<=", 70, series(A, times(21, 1))),
        Verdict.PASS,
        "<= 70 % was never missed for longer than a point of {instance=\"a\"}");
  }

  @Test
  void aGapThatMayHideALongMissIsNoPass() {
    TimeRange minutes = new TimeRange(GivenSource.START, GivenSource.START.plusSeconds(200));
    Series gap = series(A, then(times(100, 1), times(4, 99), none(6), times(91, 1)));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective("sustained 10s", "<=", 70, "", Terms.USUAL),
            new GivenSource().with("cpu", gap),
            minutes);
    assertIs(
        outcome,
        Verdict.INCONCLUSIVE,
        "<= 70 % was missed for 3 s without a break, from 2026-01-01T12:01:40Z of"
            + " {instance=\"a\"}, allowed are less than 10 s, but where points are missing it may"
            + " have been 10 s");
  }

  @Test
  void aMissAfterWhichTheTestIsStoppedIsABreachWhateverTheFigure() {
    BackendObjective objective =
        objective(
            "avg",
            "<=",
            70,
            "",
            new Terms(
                Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(4))));
    Series burst = series(A, then(times(8, 1), times(5, 99), times(8, 1)));
    assertIs(
        BackendJudge.judge(objective, new GivenSource().with("cpu", burst), range()),
        Verdict.FAIL,
        "the test is aborted: it was missed for 4 s without a break, from 2026-01-01T12:00:08Z of"
            + " {instance=\"a\"}");
  }

  @Test
  void aQueryThatLooksFarBackIsTold() {
    BackendObjective objective =
        new BackendObjective(
            "CPU",
            "prom",
            new ValueClaim(
                "rate(cpu{mode=\"[5h]\"}[1m30s])",
                new Reducer.Average(),
                new Bar(Comparison.LTE, 70, "%"),
                new Grouping.Each(),
                0.9),
            "",
            new Window.WholeRun(),
            Terms.USUAL,
            "");
    assertThat(
            BackendJudge.judge(
                    objective,
                    new GivenSource().with(objective.claim().query(), series(A, times(21, 1))),
                    range())
                .notes())
        .containsExactly(
            "the query looks back 90 s, and 20 s are judged: its first points tell of the time"
                + " before, too");
  }

  @Test
  void figuresAgreeWithBruteForceAndPartialBreachesAreNeverUndoneByTheRest() {
    long seed = 20260101;
    Random random = new Random(seed);
    List<String> reducers =
        List.of("avg", "max", "min", "p50", "p90", "last", "sustained 3s", "sustained 8s");
    for (int round = 0; round < 3000; round++) {
      Double[] whole = new Double[21];
      @Nullable Double[] part = new Double[21];
      for (int i = 0; i < 21; i++) {
        // A narrow domain, so that equal values and ones on the target are common.
        whole[i] = (double) random.nextInt(5);
        part[i] = random.nextInt(4) == 0 ? null : whole[i];
      }
      String reducer = reducers.get(random.nextInt(reducers.size()));
      String op = List.of("<=", "<", ">=", ">").get(random.nextInt(4));
      double target = random.nextInt(5);
      String what = "seed " + seed + ": " + reducer + op + target + Arrays.toString(part);
      BackendOutcome all = judge(reducer, op, target, series(A, whole));
      if (all.verdict() == Verdict.INCONCLUSIVE) {
        throw new AssertionError(what + all.reason());
      }
      assertThat(all.observed().orElseThrow())
          .as(what)
          .isEqualTo(naive(reducer, op, target, whole));
      if (Arrays.stream(part).allMatch(value -> value == null)) {
        continue;
      }
      Verdict ofPart = judge(reducer, op, target, series(A, part)).verdict();
      long there = Arrays.stream(part).filter(value -> value != null).count();
      // Three steps without a point at the end are not stale yet.
      boolean enough = there >= 18 && Arrays.stream(part, 17, 21).anyMatch(value -> value != null);
      if (!enough && ofPart == Verdict.FAIL && !reducer.startsWith("sustained")) {
        assertThat(all.verdict()).as(what).isEqualTo(Verdict.FAIL);
      }
    }
  }

  private static double naive(String reducer, String op, double target, Double[] values) {
    double[] sorted = Arrays.stream(values).mapToDouble(Double::doubleValue).sorted().toArray();
    return switch (reducer) {
      case "avg" -> Arrays.stream(sorted).sum() / sorted.length;
      case "max" -> sorted[sorted.length - 1];
      case "min" -> sorted[0];
      // 21 values: the 11th, and the 19th.
      case "p50" -> sorted[10];
      case "p90" -> sorted[18];
      case "last" -> values[20];
      default -> {
        int longest = 0;
        for (int from = 0; from < values.length; from++) {
          for (int to = from; to < values.length; to++) {
            boolean allMissed =
                Arrays.stream(values, from, to + 1)
                    .noneMatch(v -> Comparison.of(op).orElseThrow().holds(v, target));
            longest = allMissed ? Math.max(longest, to - from) : longest;
          }
        }
        yield longest;
      }
    };
  }
}
