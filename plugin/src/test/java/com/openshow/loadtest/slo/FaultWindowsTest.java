package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openshow.loadtest.slo.measure.FaultSwitch;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objectives before, during and after a fault, and how soon they hold again. */
final class FaultWindowsTest {
  private static final long SEED = 20_260_501;
  private static final Scope GET = new Scope("S", "GET /");
  // Windows begin at whole seconds of the clock; runs and faults do not.
  private static final long START = 1_700_000_000_250L;

  private final List<Sample> samples = new ArrayList<>();

  /** 25 samples a second from one second to another, each so slow. */
  private void load(int from, int to, long millis) {
    for (int i = from * 25; i < to * 25; i++) {
      samples.add(new Sample("S", "GET /", "u", START + i * 1000L / 25, millis, 0, false));
    }
  }

  /** The switching takes 400 ms. */
  private void fault(String onOrOff, int second, boolean failed) {
    samples.add(
        new Sample(
            "fault down", "fault: down " + onOrOff, "f", START + second * 1000L, 400, 0, failed));
  }

  private void fault(int on, int off) {
    fault("on", on, false);
    fault("off", off, false);
  }

  private static Objective objective(String indicator, double target, String window) {
    return objective(indicator, target, window, Terms.USUAL);
  }

  private static Objective objective(String indicator, double target, String window, Terms terms) {
    Indicator read = Indicator.parse(indicator);
    return new Objective(GET, read, read.usual(), target, Window.parse(window), terms);
  }

  private Judgement judge(Objective objective) {
    RunRecorder recorder =
        new RunRecorder(Recording.of(List.of(objective), Duration.ZERO, List.of()));
    // Neither live nor in files do samples come in order.
    Collections.shuffle(samples, new Random(SEED));
    samples.forEach(recorder::record);
    return Evaluator.evaluate(
        List.of(objective), recorder.measurement(Instant.EPOCH, Instant.EPOCH));
  }

  private Outcome only(String window) {
    return judge(objective("p95", 50, window)).outcomes().get(0);
  }

  @Test
  void theTimesBeforeDuringAndAfterAreJudgedByThemselves() {
    load(0, 20, 10);
    load(20, 40, 80);
    load(40, 60, 20);
    fault(20, 40);
    Outcome before = only("before fault down");
    Outcome during = only("during fault down");
    Outcome after = only("after fault down");
    assertThat(before.verdict()).isEqualTo(Verdict.PASS);
    assertThat(before.observed()).hasValue(10);
    assertThat(during.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(during.observed()).hasValue(80);
    assertThat(during.name()).isEqualTo("p95 of GET / of S (during fault down)");
    assertThat(during.promise()).isEqualTo("p95 <= 50 ms during fault down");
    assertThat(after.verdict()).isEqualTo(Verdict.PASS);
    assertThat(after.observed()).hasValue(20);
    // From 20.65 s (on) to 40.25 s (off begins) there are 19 whole seconds of the clock.
    assertThat(during.samples()).isEqualTo(19 * 25);
  }

  @Test
  void whatEndsWhileAFaultIsBeingSwitchedBelongsToNoPart() {
    load(0, 60, 10);
    fault(20, 40);
    long sum =
        only("before fault down").samples()
            + only("during fault down").samples()
            + only("after fault down").samples();
    assertThat(sum).isBetween(56L * 25, 58L * 25);
    assertThat(only("").samples()).isEqualTo(60 * 25);
  }

  @Test
  void theTimeAfterMayBeLimited() {
    load(0, 40, 10);
    load(40, 50, 20);
    load(50, 60, 90);
    fault(20, 39);
    assertThat(only("for 10s after fault down").observed()).hasValue(20);
    assertThat(only("after fault down").observed()).hasValue(90);
  }

  @Test
  void faultsAreNeitherRequestsNorAPartOfTheRunsTime() {
    load(0, 10, 10);
    fault(-30, 90);
    Judgement judgement = judge(objective("rps", 1, ""));
    assertThat(judgement.outcomes().get(0).samples()).isEqualTo(250);
    assertThat(Duration.between(judgement.startedAt(), judgement.endedAt())).hasMillis(9_970);
    samples.add(new Sample("S", "fault: is no switch", "u", START, 60_000, 0, true));
    assertThat(judge(objective("error_rate", 0, "")).outcomes().get(0).samples()).isEqualTo(250);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 2.35", "5, 6.35", "10, 10.35"})
  void theRecoveryIsTheTimeUntilItHoldsAgain(int slowSeconds, double observed) {
    load(0, 20, 10);
    load(20, 40 + slowSeconds, 80);
    load(40 + slowSeconds, 90, 10);
    fault(20, 40);
    Outcome outcome = only("again within 12s after fault down");
    // Off at 40.65 s of the clock, whose steps of 2 s begin at 41 s. The last slow request ends at
    // 41.29 s and so on: in the step that ends at 43 s and so on.
    assertThat(outcome.observed()).hasValue(observed);
    assertThat(outcome.verdict()).isEqualTo(Verdict.PASS);
    assertThat(outcome.observedUnit()).isEqualTo("s");
  }

  @Test
  void aRecoveryThatComesTooLateOrNeverIsABreach() {
    load(0, 70, 80);
    load(70, 90, 10);
    fault(20, 40);
    Outcome late = only("again within 12s after fault down");
    assertThat(late.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(late.reason())
        .isEqualTo(
            "it held again 30.35 s after the fault was switched off, allowed are at most 12 s");
    samples.clear();
    load(0, 60, 80);
    fault(20, 40);
    Outcome never = only("again within 12s after fault down");
    assertThat(never.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(never.reason())
        .startsWith("it was still missed 18.35 s after the fault was switched off");
  }

  @Test
  void aRelapseCountsUntilItIsOver() {
    load(0, 45, 10);
    load(45, 49, 80);
    load(49, 90, 10);
    fault(20, 40);
    assertThat(only("again within 12s after fault down").observed().orElseThrow())
        .isBetween(8.0, 11.0);
  }

  @Test
  void whatIsMissedOnceItHasHeldForSoLongIsNoRelapse() {
    load(0, 40, 10);
    load(40, 44, 80);
    load(44, 70, 10);
    load(70, 75, 80);
    load(75, 90, 10);
    fault(20, 40);
    assertThat(only("again within 12s after fault down").observed()).hasValue(4.35);
    // It had not held for so long.
    assertThat(only("again within 40s after fault down").observed().orElseThrow())
        .isBetween(34.0, 40.0);
  }

  @Test
  void whetherItRecoversInTimeIsNotKnownWhenTheRunEndsTooSoon() {
    load(0, 50, 80);
    fault(20, 40);
    Outcome outcome = only("again within 30s after fault down");
    assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.reason())
        .matches("it was still missed \\S+ s after .*, when the run ended, allowed are .* 30 s");
  }

  @Test
  void silenceIsNoRecovery() {
    load(0, 40, 10);
    load(55, 90, 10);
    fault(20, 40);
    assertThat(only("again within 12s after fault down").verdict()).isEqualTo(Verdict.FAIL);
    samples.clear();
    load(0, 44, 10);
    load(60, 90, 10);
    fault(20, 40);
    Objective rate = objective("rps", 20, "again within 12s after fault down");
    assertThat(judge(rate).outcomes().get(0).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aRateIsThatOfTheWholePartAndNotOfTheTimeInWhichThereWereSamples() {
    load(0, 25, 10);
    load(40, 60, 10);
    fault(20, 40);
    Outcome rate = judge(objective("rps", 20, "during fault down")).outcomes().get(0);
    assertThat(rate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rate.observed().orElseThrow()).isBetween(5.0, 7.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"during", "after", "again within 9s after"})
  void nothingIsKnownOfAFaultThatCouldNotBeSwitchedOn(String window) {
    load(0, 60, 10);
    fault("on", 20, true);
    fault("off", 21, false);
    Judgement judgement = judge(objective("p95", 50, window + " fault down"));
    assertThat(judgement.outcomes().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.outcomes().get(0).reason())
        .isEqualTo("the fault down could not be switched on");
    assertThat(only("before fault down").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void aRunWhoseFaultMayStillBeOnCannotPass() {
    load(0, 60, 10);
    fault("on", 20, false);
    fault("off", 40, true);
    Judgement judgement = judge(objective("p95", 50, ""));
    assertThat(judgement.outcomes().get(0).verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(only("during fault down").verdict()).isEqualTo(Verdict.PASS);
    assertThat(only("after fault down").reason())
        .isEqualTo("the fault down could not be switched off: it may still be on");
  }

  @Test
  void aRunThatEndsBeforeItsFaultDoesTellsNothingOfTheTimeAfter() {
    load(0, 30, 10);
    fault("on", 20, false);
    Outcome unknownEnd = only("after fault down");
    fault("off", 30, false);
    for (Outcome outcome : List.of(unknownEnd, only("after fault down"))) {
      assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(outcome.reason()).isEqualTo("the run was over before the fault down was");
    }
    assertThat(only("during fault down").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void silenceAboutAFaultIsSaid() {
    load(0, 10, 10);
    assertThat(only("before fault down").reason()).isEqualTo("the fault down did not happen");
    fault(-9, -5);
    assertThat(only("before fault down").reason())
        .isEqualTo("the fault began before anything was measured");
    Terms pass = new Terms(Severity.FAIL, OnNoData.PASS, false, Optional.empty());
    samples.clear();
    // Nothing but what others do.
    samples.add(new Sample("S", "GET /other", "u", START, 60_000, 0, false));
    fault(20, 40);
    Objective during = objective("p95", 50, "during fault down", pass);
    assertThat(judge(during).outcomes().get(0).verdict()).isEqualTo(Verdict.PASS);
    samples.clear();
    load(0, 60, 10);
    fault("on", 20, true);
    // That nothing was measured is one thing, that nothing happened is another.
    assertThat(judge(during).outcomes().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void ofSeveralInjectorsTheEarliestAndTheLatestCount() {
    Instant start = Instant.ofEpochMilli(START);
    Measurement measurement =
        new Measurement(start, start.plusSeconds(60), Map.of())
            .merge(withFaults(start, switched(true, 20, true), switched(false, 41, true)))
            .merge(withFaults(start, switched(true, 22, true), switched(false, 40, true)));
    FaultTime fault = FaultTime.find("down", measurement).orElseThrow();
    assertThat(fault.beginning()).isEqualTo(start.plusSeconds(20));
    assertThat(fault.on()).contains(start.plusSeconds(21));
    assertThat(fault.ending()).contains(start.plusSeconds(40));
    assertThat(fault.off()).contains(start.plusSeconds(42));
    assertThat(FaultTime.of(measurement)).containsExactly(fault);
    assertThat(
            FaultTime.find("down", measurement.merge(withFaults(start, switched(false, 50, false))))
                .orElseThrow()
                .problem())
        .isPresent();
  }

  private static Measurement withFaults(Instant start, FaultSwitch... faults) {
    return new Measurement(start, start, Map.of(), List.of(), List.of(), Map.of(), List.of(faults));
  }

  private static FaultSwitch switched(boolean on, int second, boolean succeeded) {
    Instant from = Instant.ofEpochMilli(START).plusSeconds(second);
    return new FaultSwitch("down", on, from, from.plusSeconds(1), succeeded);
  }

  @Test
  void windowsOfFaultsAreReadAsTheyAreWritten() {
    for (String text :
        List.of(
            "before fault a-b_c.1",
            "during fault X",
            "after fault X",
            "for 1.5s after fault X",
            "again within 30s after fault X")) {
      assertThat(Window.parse(text).text()).isEqualTo(text);
    }
    for (String none :
        List.of(
            "before fault ",
            "during fault a b",
            "after fault -",
            "for 30 after fault X",
            "for 0s after fault X",
            "again within after fault X",
            "within 30s after fault X")) {
      assertThatThrownBy(() -> Window.parse(none)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatIsExpectedOfAFaultStopsNoTest() {
    Terms abort =
        new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(9)));
    assertThatThrownBy(() -> objective("p95", 50, "during fault X", abort))
        .hasMessage("what is expected of a fault is judged at the end, and stops no test");
  }
}
