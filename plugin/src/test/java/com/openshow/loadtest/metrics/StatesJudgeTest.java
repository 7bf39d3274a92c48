package com.openshow.loadtest.metrics;

import static com.openshow.loadtest.metrics.GivenSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class StatesJudgeTest {
  private static final String REFUSED = "not_permitted";
  private static final String FAILED = "failed";
  private static final StateCounter OPENS = new StateCounter(REFUSED, Optional.of("open"));
  private static final StateCounter FAILURES = new StateCounter(FAILED, Optional.empty());
  private static final List<String> TRIP_AND_RECOVERY =
      List.of("CLOSED", "OPEN", "HALF-OPEN", "CLOSED");

  private static BackendObjective objective(
      StateMetric metric, Map<String, Duration> shortest, StateCounter... counters) {
    return new BackendObjective(
        "Breaker",
        "api",
        new StatesClaim("breaker", metric, TRIP_AND_RECOVERY, shortest, List.of(counters)),
        "",
        new Window.WholeRun(),
        Terms.USUAL,
        "");
  }

  private static final StateMetric BY_LABEL = new StateMetric.ByLabel("state");

  /** One series a state, a sample for each letter: c, o, h; "." is no sample. */
  private static Series[] samples(String instance, Duration interval, String letters) {
    List<Series> series = new ArrayList<>();
    for (String state : new TreeSet<>(List.of("closed", "open", "half_open"))) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < letters.length(); i++) {
        if (letters.charAt(i) != '.') {
          points.add(
              new Point(
                  START.plus(interval.multipliedBy(i)).toEpochMilli(),
                  state.charAt(0) == letters.charAt(i) ? 1 : 0));
        }
      }
      series.add(
          new Series(Map.of("__name__", "breaker", "instance", instance, "state", state), points));
    }
    return series.toArray(Series[]::new);
  }

  private static TimeRange range(Duration interval, String letters) {
    return new TimeRange(START, START.plus(interval.multipliedBy(letters.length() - 1)));
  }

  private static Series counter(String name, String instance, double from, double to) {
    return new Series(
        Map.of("__name__", name, "instance", instance, "kind", "any"),
        List.of(
            new Point(START.toEpochMilli(), from),
            new Point(START.plusSeconds(4).toEpochMilli(), to)));
  }

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static BackendOutcome judge(
      BackendObjective objective, Duration interval, String letters) {
    return judge(objective, interval, letters, new GivenSource());
  }

  private static BackendOutcome judge(
      BackendObjective objective, Duration interval, String letters, GivenSource source) {
    return BackendJudge.judge(
        objective,
        source.with(
            "breaker",
            new Reading.Values(
                List.of(samples("a", interval, letters)), interval, List.of(), List.of())),
        range(interval, letters));
  }

  private static void assertIs(BackendOutcome outcome, Verdict verdict, String reason) {
    assertThat(outcome.reason()).isEqualTo(reason);
    assertThat(outcome.verdict()).isEqualTo(verdict);
  }

  @Test
  void statesThatWereSeenInTheirOrderWereThere() {
    BackendOutcome outcome = judge(objective(BY_LABEL, Map.of()), SECOND, "cccooohhccc");
    assertIs(
        outcome, Verdict.PASS, "seen of {instance=\"a\"}: closed -> open -> half_open -> closed");
    assertThat(outcome.observedText()).contains("closed -> open -> half_open -> closed");
    assertThat(outcome.worst().orElseThrow().visits())
        .startsWith(
            new Visit("closed", START, START.plusSeconds(2)),
            new Visit("open", START.plusSeconds(3), START.plusSeconds(5)));
    assertThat(outcome.samples()).isEqualTo(11);
  }

  @Test
  void othersMayComeBetween() {
    assertThat(judge(objective(BY_LABEL, Map.of()), SECOND, "ccooohoohhccoo").verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void countersConfirmWhatWasSeen() {
    assertIs(
        judge(
            objective(BY_LABEL, Map.of(), OPENS, FAILURES),
            SECOND,
            "ccoohhcc",
            new GivenSource()
                .with(REFUSED, counter(REFUSED, "a", 5, 36), counter(REFUSED, "b", 0, 9))
                .with(FAILED, counter(FAILED, "a", 0, 14))),
        Verdict.PASS,
        "seen of {instance=\"a\"}: closed -> open -> half_open -> closed; not_permitted rose by 31;"
            + " failed rose by 14");
  }

  @Test
  void withoutRecoveryTheMissingTransitionIsNamed() {
    assertIs(
        judge(objective(BY_LABEL, Map.of()), SECOND, "cccooohooohooo"),
        Verdict.FAIL,
        "it never went from HALF-OPEN to CLOSED until the end; seen of {instance=\"a\"}: closed ->"
            + " open -> half_open -> open -> half_open -> open");
    assertThat(
            judge(
                    objective(BY_LABEL, Map.of("closed", Duration.ofSeconds(5))),
                    SECOND,
                    "cccooohooohooo")
                .reason())
        .startsWith(
            "it never went from HALF-OPEN to CLOSED; samples are at most 1 s apart; seen of");
  }

  @Test
  void aStateShorterThanTwoIntervalsMayHide() {
    Duration slow = Duration.ofSeconds(15);
    assertIs(
        judge(objective(BY_LABEL, Map.of("open", Duration.ofSeconds(5))), slow, "cccccc"),
        Verdict.INCONCLUSIVE,
        "OPEN was not seen where it had to come, but samples are up to 15 s apart, and a state as"
            + " short as 5 s can hide between them: an interval of at most 2.5 s is needed; seen of"
            + " {instance=\"a\"}: closed");
  }

  @Test
  void aStateThatTheIntervalWouldHaveShownWasNotThere() {
    assertIs(
        judge(objective(BY_LABEL, Map.of("open", Duration.ofSeconds(5))), SECOND, "cccccc"),
        Verdict.FAIL,
        "it never went from CLOSED to OPEN; samples are at most 1 s apart; seen of"
            + " {instance=\"a\"}: closed");
  }

  @Test
  void aSingleLongGapHidesAsMuchAsASlowInterval() {
    assertThat(
            judge(
                    objective(BY_LABEL, Map.of("open", Duration.ofSeconds(5))),
                    SECOND,
                    "ccccc...cccc")
                .reason())
        .startsWith("OPEN was not seen where it had to come, but samples are up to 4 s apart");
  }

  @Test
  void nobodyKnowsOfAStateWithoutALength() {
    assertIs(
        judge(objective(BY_LABEL, Map.of()), SECOND, "cccooccc"),
        Verdict.INCONCLUSIVE,
        "HALF-OPEN was not seen where it had to come, but samples are up to 1 s apart, and nobody"
            + " knows how long HALF-OPEN lasts at least: say it as shortest_state; seen of"
            + " {instance=\"a\"}: closed -> open -> closed");
  }

  @Test
  void aCounterTellsOfAnOpenThatTheSamplesMissed() {
    assertIs(
        judge(
            objective(BY_LABEL, Map.of("open", Duration.ofSeconds(5)), OPENS),
            Duration.ofSeconds(15),
            "ccccc",
            new GivenSource().with(REFUSED, counter(REFUSED, "a", 0, 31))),
        Verdict.INCONCLUSIVE,
        "not_permitted rose by 31, so it was OPEN, but samples up to 15 s apart did not show it: an"
            + " interval of at most 2.5 s is needed; seen of {instance=\"a\"}: closed; not_permitted"
            + " rose by 31");
  }

  /** A counter that says nothing new, from some seconds on. */
  private static GivenSource refusedNobody(long fromSecond, long toSecond) {
    return new GivenSource()
        .with(
            REFUSED,
            new Series(
                Map.of("__name__", REFUSED, "instance", "a"),
                List.of(
                    new Point(START.plusSeconds(fromSecond).toEpochMilli(), 7),
                    new Point(START.plusSeconds(toSecond).toEpochMilli(), 7))));
  }

  @Test
  void aCounterThatDidNotRiseTellsThatItNeverOpened() {
    assertIs(
        judge(
            objective(BY_LABEL, Map.of(), OPENS),
            Duration.ofSeconds(15),
            "ccccc",
            refusedNobody(2, 58)),
        Verdict.FAIL,
        "it never went from CLOSED to OPEN, and not_permitted did not rise; seen of"
            + " {instance=\"a\"}: closed; not_permitted rose by 0");
  }

  @Test
  void aCounterTellsNothingOfTheTimeBeforeItsFirstSampleOrAfterItsLast() {
    BackendObjective objective = objective(BY_LABEL, Map.of("open", Duration.ofSeconds(5)), OPENS);
    for (GivenSource source : List.of(refusedNobody(3, 60), refusedNobody(0, 57))) {
      assertIs(
          judge(objective, Duration.ofSeconds(15), "ccccc", source),
          Verdict.INCONCLUSIVE,
          "OPEN was not seen where it had to come, but samples are up to 15 s apart, and a state as"
              + " short as 5 s can hide between them: an interval of at most 2.5 s is needed; seen"
              + " of {instance=\"a\"}: closed; not_permitted rose by 0");
    }
    assertThat(judge(objective, SECOND, "c".repeat(61), refusedNobody(3, 60)).verdict())
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aCounterThatCannotBeHadIsANote() {
    assertThat(judge(objective(BY_LABEL, Map.of(), OPENS), SECOND, "coohc").notes())
        .containsExactly("nothing is known of not_permitted: nobody gave not_permitted");
  }

  @Test
  void aRecoveryAfterTheLastSampleMayHaveBeen() {
    TimeRange longer = range(SECOND, "cccoohoo.....");
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(BY_LABEL, Map.of()),
            new GivenSource().with("breaker", samples("a", SECOND, "cccoohoo")),
            longer);
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void everyInstanceIsJudgedAndTheWorstIsNamed() {
    List<Series> both = new ArrayList<>(Arrays.asList(samples("a", SECOND, "coohcc")));
    both.addAll(Arrays.asList(samples("b", SECOND, "coohoo")));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(BY_LABEL, Map.of()),
            new GivenSource().with("breaker", both.toArray(Series[]::new)),
            range(SECOND, "coohcc"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(outcome.reason()).contains("seen of {instance=\"b\"}").endsWith(", the worst of 2");
  }

  @Test
  void doubtsForbidAPass() {
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(BY_LABEL, Map.of()),
            new GivenSource()
                .with(
                    "breaker",
                    new Reading.Values(
                        List.of(samples("a", SECOND, "coohcc")),
                        SECOND,
                        List.of("api was gone for 3 s"),
                        List.of())),
            range(SECOND, "coohcc"));
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).endsWith("; but api was gone for 3 s");
  }

  @Test
  void aNumberTellsTheStateWhereTheyAreNamed() {
    StateMetric numbers =
        new StateMetric.ByValue(Map.of(0L, "closed", 1L, "open", 2L, "half_open"));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(numbers, Map.of()),
            new GivenSource()
                .with("breaker", GivenSource.series(Map.of(), 0.0, 1.0, 1.0, 2.0, 7.0, 0.0)),
            new TimeRange(START, START.plusSeconds(5)));
    assertIs(outcome, Verdict.PASS, "seen of {}: closed -> open -> half_open -> state 7 -> closed");
  }

  @Test
  void labelsThatTellTheStateInWordsDoNotSplitAnInstance() {
    StateMetric numbers =
        new StateMetric.ByValue(
            Map.of(1L, "closed", 2L, "open", 3L, "half_open"), Set.of("member_state"));
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(numbers, Map.of()),
            new GivenSource()
                .with(
                    "breaker",
                    GivenSource.series(Map.of("m", "a", "member_state", "C"), 1.0, null, null, 1.0),
                    GivenSource.series(Map.of("m", "a", "member_state", "O"), null, 2.0),
                    GivenSource.series(Map.of("m", "a", "member_state", "H"), null, null, 3.0)),
            new TimeRange(START, START.plusSeconds(3)));
    assertIs(outcome, Verdict.PASS, "seen of {m=\"a\"}: closed -> open -> half_open -> closed");
  }

  @Test
  void aMomentWithTwoStatesTellsNone() {
    Series closed = GivenSource.series(Map.of("state", "closed"), 1.0, 1.0, 0.0, 1.0);
    Series open = GivenSource.series(Map.of("state", "open"), 0.0, 1.0, 1.0, 0.0);
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(BY_LABEL, Map.of()),
            new GivenSource().with("breaker", closed, open),
            new TimeRange(START, START.plusSeconds(3)));
    assertThat(outcome.samples()).isEqualTo(3);
    assertThat(outcome.observedText()).contains("closed -> open -> closed");
  }

  @Test
  void nothingAtAllIsInconclusive() {
    BackendOutcome outcome =
        BackendJudge.judge(
            objective(BY_LABEL, Map.of()),
            new GivenSource().with("breaker"),
            new TimeRange(START, START.plusSeconds(3)));
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason()).startsWith("nothing matches breaker: ");
  }
}
