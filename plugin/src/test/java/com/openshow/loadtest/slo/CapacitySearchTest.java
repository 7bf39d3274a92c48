package com.openshow.loadtest.slo;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CapacitySearchTest {
  private static final long SEED = 20_261_127;
  private static final int WINDOW = 5_000;
  private static final Objective P95 =
      new Objective(new Scope("S", "GET /"), new LatencyPercentile(95), 50);
  private static final Objective ERRORS = new Objective(new Scope("S", ""), new ErrorRate(), 1);

  private final RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of("S"));

  @Test
  void theCapacityIsTheLoadOfTheLastWindowBeforeTwoBreachedOnes() {
    window(0, 100, 10);
    window(1, 200, 20);
    window(2, 300, 80);
    window(3, 250, 900);
    window(4, 10, 10);

    Judgement judgement = judge(P95, ERRORS);
    Capacity capacity = only(judgement);
    assertThat(capacity.load()).contains(new Load(40, 7));
    assertThat(capacity.breach().map(Breach::from)).contains(Instant.ofEpochSecond(10));
    assertThat(capacity.breach().orElseThrow().outcome().observed()).hasValue(80);
    // What comes after that window is what was looked for, and no failure.
    assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
    assertThat(judgement.outcomes()).extracting(Outcome::samples).containsExactly(300L, 300L);
  }

  @Test
  void oneBreachedWindowAloneIsAHiccup() {
    window(0, 400, 10);
    window(1, 20, 900);
    window(2, 500, 10);
    window(3, 20, 900);

    Capacity capacity = only(judge(P95));
    assertThat(capacity.breach()).isEmpty();
    assertThat(capacity.load()).contains(new Load(100, 7));
  }

  @Test
  void whatIsBreachedFromTheStartFailsAndHasNoCapacity() {
    window(0, 100, 80);
    window(1, 100, 90);
    window(2, 1_000, 10);

    Judgement judgement = judge(P95);
    assertThat(only(judgement).load()).isEmpty();
    assertThat(only(judgement).breach()).isPresent();
    assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(judgement.outcomes()).extracting(Outcome::samples).containsExactly(200L);
  }

  @Test
  void noSampleIsNoCapacityAndNoPass() {
    Judgement judgement = judge(P95, ERRORS);
    assertThat(only(judgement)).isEqualTo(new Capacity("S", Optional.empty(), Optional.empty()));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void windowsWithTooFewSamplesAreJudgedTogether() {
    // 20 samples are the fewest of a p95: the third window, and then the fifth, complete them.
    for (int i = 0; i < 8; i++) {
      window(i, i < 3 ? 7 : 10, i < 3 ? 10 : 60 + i);
    }
    Capacity capacity = only(judge(P95));
    assertThat(capacity.load()).contains(new Load(1.4, 7));
    assertThat(capacity.breach().orElseThrow().from()).isEqualTo(Instant.ofEpochSecond(15));
  }

  @Test
  void anObjectiveThatIsNeverJudgedLeavesTheVerdictOpen() {
    Objective rare = new Objective(new Scope("S", "GET /rare"), new LatencyPercentile(99), 50);
    window(0, 100, 10);
    window(1, 100, 80);
    window(2, 100, 80);
    sample("GET /rare", 100, 10, false);

    Judgement judgement = judge(P95, rare);
    assertThat(only(judgement).load()).contains(new Load(20.2, 7));
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void failedRequestsEndTheRiseToo() {
    window(0, 100, 10);
    for (int i = 0; i < 200; i++) {
      sample("GET /", WINDOW + 50 * i, 1, true);
    }
    Capacity capacity = only(judge(P95, ERRORS));
    assertThat(capacity.breach().orElseThrow().outcome().objective()).isEqualTo(ERRORS);
    assertThat(capacity.load()).contains(new Load(20, 7));
  }

  @Test
  void aLeastRateIsNotWatchedSinceTheLoadBeginsBelowIt() {
    Objective rate = new Objective(new Scope("S", ""), new RequestRate(), 30);
    window(0, 10, 10);
    window(1, 50, 10);
    window(2, 500, 10);

    Judgement judgement = judge(P95, rate);
    assertThat(only(judgement).breach()).isEmpty();
    assertThat(only(judgement).load()).contains(new Load(100, 7));
  }

  @Test
  void otherScenariosAreJudgedByTheirWholeRun() {
    Objective other =
        new Objective(
            new Scope("T", ""),
            new LatencySummary(LatencySummary.Statistic.MAXIMUM, WhichLatency.USUAL),
            50);
    window(0, 100, 10);
    window(1, 100, 80);
    window(2, 100, 80);
    recorder.record(new Sample("T", "GET /", "1", 14_000, 900, 0, false));

    assertThat(judge(P95, other).outcomes())
        .extracting(Outcome::verdict)
        .containsExactly(Verdict.PASS, Verdict.FAIL);
  }

  @Test
  void searchingByHandFindsTheSame() {
    Random random = new Random(SEED);
    int found = 0;
    for (int round = 0; round < 300; round++) {
      RunRecorder run = new RunRecorder(Duration.ZERO, List.of("S"));
      List<long[]> byWindow = new ArrayList<>();
      for (int w = 0; w < 12; w++) {
        long[] latencies = new long[20 + random.nextInt(60)];
        for (int i = 0; i < latencies.length; i++) {
          // The share of slow ones rises, through the 5 % that are allowed.
          latencies[i] = random.nextInt(100) < w * 1.4 ? 51 + random.nextInt(500) : 5;
          run.record(
              new Sample("S", "GET /", "1", w * WINDOW + i - latencies[i], latencies[i], 0, false));
        }
        byWindow.add(latencies);
      }
      Capacity capacity = only(judge(run, P95));
      Optional<Integer> breach = breachByHand(byWindow);
      found += breach.isPresent() ? 1 : 0;
      assertThat(capacity.breach().map(Breach::from))
          .as("seed %d round %d", SEED, round)
          .isEqualTo(breach.map(w -> Instant.ofEpochMilli((long) w * WINDOW)));
      if (breach.isPresent()) {
        int good = breach.get() - 1;
        while (good >= 0 && isBreached(byWindow.get(good))) {
          good--;
        }
        assertThat(capacity.load().map(Load::requestsPerSecond))
            .as("seed %d round %d", SEED, round)
            .isEqualTo(good < 0 ? Optional.empty() : Optional.of(byWindow.get(good).length / 5.0));
      }
    }
    assertThat(found).isBetween(100, 300);
  }

  private static Optional<Integer> breachByHand(List<long[]> byWindow) {
    for (int w = 0; w + 1 < byWindow.size(); w++) {
      if (isBreached(byWindow.get(w)) && isBreached(byWindow.get(w + 1))) {
        return Optional.of(w);
      }
    }
    return Optional.empty();
  }

  private static boolean isBreached(long[] latencies) {
    long[] sorted = latencies.clone();
    Arrays.sort(sorted);
    return sorted[(95 * sorted.length + 99) / 100 - 1] > 50;
  }

  /** So many requests of seven users that end in this window, each with this latency. */
  private void window(int number, int requests, int millis) {
    for (int i = 0; i < requests; i++) {
      int end = number * WINDOW + i * (WINDOW - 1) / requests;
      recorder.record(new Sample("S", "GET /", "u" + i % 7, end - millis, millis, 0, false));
    }
  }

  private void sample(String label, int start, int millis, boolean failed) {
    recorder.record(new Sample("S", label, "u0", start, millis, 0, failed));
  }

  private Judgement judge(Objective... objectives) {
    return judge(recorder, objectives);
  }

  private static Judgement judge(RunRecorder run, Objective... objectives) {
    Instant now = Instant.ofEpochSecond(100);
    return Evaluator.evaluate(
        List.of(objectives),
        run.measurement(now, now),
        run.windows(),
        Optional.empty(),
        Baseline.NONE);
  }

  private static Capacity only(Judgement judgement) {
    assertThat(judgement.capacities()).hasSize(1);
    return judgement.capacities().get(0);
  }
}
