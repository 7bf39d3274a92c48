package com.openshow.loadtest.metrics.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.Windows;
import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class BackendRunTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TimeRange RUN = new TimeRange(START, START.plusSeconds(60));
  private static final Windows WHOLE = objective -> Optional.of(RUN);
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir private Path folder;

  /** A source whose values are a function of the second of the run. */
  private static class Computed implements MetricsSource {
    private final String name;
    private final LongToDoubleFunction value;

    Computed(String name, LongToDoubleFunction value) {
      this.name = name;
      this.value = value;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Reading read(String query, TimeRange range) {
      List<Point> points = new ArrayList<>();
      for (long at = range.from().toEpochMilli(); range.contains(at); at += 1000) {
        points.add(new Point(at, value.applyAsDouble((at - START.toEpochMilli()) / 1000)));
      }
      return new Reading.Values(
          List.of(new Series(Map.of("query", query), points)),
          Duration.ofSeconds(1),
          List.of(),
          List.of());
    }

    @Override
    public Reading raw(String selector, TimeRange range) {
      return read(selector, range);
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  /** A source that answers when it is closed, and no sooner. */
  private static final class Stuck implements MetricsSource {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public String name() {
      return "stuck";
    }

    @Override
    public Reading read(String query, TimeRange range) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Reading.Unavailable("closed");
    }

    @Override
    public Reading raw(String selector, TimeRange range) {
      return read(selector, range);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static BackendObjective atMost(String source, double limit, Optional<Duration> abort) {
    return new BackendObjective(
        "CPU of " + source,
        source,
        new ValueClaim(
            "cpu",
            new Reducer.Maximum(),
            new Bar(Comparison.LTE, limit, "%"),
            new Grouping.Each(),
            0.9),
        "",
        new Window.WholeRun(),
        new Terms(Severity.FAIL, OnNoData.INCONCLUSIVE, false, abort),
        "");
  }

  private static BackendObjective atMost(String source, double limit) {
    return atMost(source, limit, Optional.empty());
  }

  private static BackendRun start(List<BackendObjective> objectives, MetricsSource... sources) {
    return BackendRun.start(
        objectives, List.of(sources), WHOLE, LONG, warning -> {}, archive -> {});
  }

  @Test
  void atTheEndEverySourceIsAskedAndItsObjectivesAreJudgedInTheirOrder() {
    try (BackendRun run =
        start(
            List.of(atMost("b", 50), atMost("a", 50), atMost("b", 70)),
            new Computed("a", second -> 40),
            new Computed("b", second -> 60))) {
      Round round = run.finish(WHOLE, LONG);

      assertThat(round.outcomes())
          .extracting(BackendOutcome::verdict)
          .containsExactly(Verdict.FAIL, Verdict.PASS, Verdict.PASS);
      assertThat(round.aborted()).isEmpty();
    }
  }

  @Test
  void aSourceThatDoesNotAnswerIsInconclusiveAndDelaysNoOther() {
    try (BackendRun run =
        start(
            List.of(atMost("stuck", 50), atMost("a", 50)),
            new Stuck(),
            new Computed("a", second -> 40))) {
      Round round = run.finish(WHOLE, Duration.ofSeconds(1));

      assertThat(round.outcomes())
          .extracting(BackendOutcome::verdict)
          .containsExactly(Verdict.INCONCLUSIVE, Verdict.PASS);
      assertThat(round.outcomes().get(0).reason())
          .isEqualTo("the source \"stuck\" did not answer within 1 s at the end of the run");
    }
  }

  @Test
  void whatIsInTheWayIsToldAtTheStartAndTheTestGoesOn() throws Exception {
    LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    MetricsSource obstructed =
        new Computed("a", second -> 40) {
          @Override
          public Optional<String> obstacle() {
            return Optional.of("a at http://a: status 401; give credentials");
          }
        };
    try (BackendRun run =
        BackendRun.start(
            List.of(atMost("a", 50), atMost("b", 50)),
            List.of(obstructed, new Computed("b", second -> 40)),
            WHOLE,
            LONG,
            told::add,
            archive -> {})) {
      assertThat(told.take())
          .isEqualTo(
              "the source \"a\" cannot be read at the start of the test, which goes on; what is"
                  + " promised of it is judged only if that ends: a at http://a: status 401; give"
                  + " credentials");
      assertThat(run.finish(WHOLE, LONG).outcomes())
          .extracting(BackendOutcome::verdict)
          .containsOnly(Verdict.PASS);
      assertThat(told).isEmpty();
    }
  }

  @Test
  void beforeTheFirstLookNothingIsKnown() {
    try (BackendRun run = start(List.of(atMost("a", 50)), new Computed("a", second -> 40))) {
      assertThat(run.latest().outcomes())
          .extracting(BackendOutcome::verdict, BackendOutcome::reason)
          .containsExactly(tuple(Verdict.INCONCLUSIVE, "not asked yet"));
    }
  }

  @Test
  void aStateThatWasNotSeenYetMayComeUntilTheEnd() throws Exception {
    LinkedBlockingQueue<Archive> kept = new LinkedBlockingQueue<>();
    BackendObjective breaker =
        new BackendObjective(
            "Breaker",
            "a",
            new StatesClaim(
                "state",
                new StateMetric.ByValue(Map.of(0L, "closed", 1L, "open"), Set.of()),
                List.of("closed", "open"),
                Map.of("open", Duration.ofSeconds(5)),
                List.of()),
            "",
            new Window.WholeRun(),
            Terms.USUAL,
            "");
    try (BackendRun run =
        BackendRun.start(
            List.of(breaker),
            List.of(new Computed("a", second -> 0)),
            WHOLE,
            Duration.ofMillis(1),
            warning -> {},
            kept::add)) {
      kept.take();
      kept.take();

      BackendOutcome soFar = run.latest().outcomes().get(0);
      assertThat(soFar.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
      assertThat(soFar.reason()).startsWith("so far ");
      assertThat(run.finish(WHOLE, LONG).outcomes().get(0).verdict()).isEqualTo(Verdict.FAIL);
    }
  }

  @Test
  void whileTheTestRunsItIsJudgedAgainAndAgainAndWhatWasAnsweredIsHandedOn() throws Exception {
    LinkedBlockingQueue<Archive> kept = new LinkedBlockingQueue<>();
    List<BackendObjective> objectives = List.of(atMost("a", 50));
    try (BackendRun run =
        BackendRun.start(
            objectives,
            List.of(new Computed("a", second -> 60)),
            WHOLE,
            Duration.ofMillis(1),
            warning -> {},
            kept::add)) {
      kept.take();
      Archive second = kept.take();

      assertThat(run.latest().outcomes())
          .extracting(BackendOutcome::verdict)
          .containsOnly(Verdict.FAIL);
      assertThat(Round.of(objectives, second).outcomes())
          .extracting(BackendOutcome::verdict)
          .containsOnly(Verdict.FAIL);
    }
  }

  @Test
  void anObjectiveThatIsMissedTooLongStopsTheTestLiveAndFromTheFileAlike() throws Exception {
    List<BackendObjective> objectives =
        List.of(atMost("a", 50, Optional.of(Duration.ofSeconds(5))));
    Round live;
    try (BackendRun run =
        start(objectives, new Computed("a", second -> second >= 10 && second < 20 ? 60 : 40))) {
      live = run.finish(WHOLE, LONG);
    }
    Path file = Files.writeString(folder.resolve("backend.json"), live.archive().render());
    Round offline = Round.of(objectives, Archive.read(file));

    assertThat(live.aborted())
        .hasValueSatisfying(
            why -> assertThat(why).contains("it was missed for").contains("2026-01-01T00:00:10Z"));
    assertThat(live.outcomes().get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(offline.aborted()).isEqualTo(live.aborted());
    assertThat(offline.outcomes()).isEqualTo(live.outcomes());
  }

  @Test
  void aWindowThatNeverBeganIsInconclusive() {
    try (BackendRun run = start(List.of(atMost("a", 50)), new Computed("a", second -> 40))) {
      Round round = run.finish(objective -> Optional.empty(), LONG);

      assertThat(round.outcomes())
          .extracting(BackendOutcome::reason)
          .containsExactly("the run has not begun, or its time is not known");
    }
  }

  private static Round round(double value) {
    try (BackendRun run = start(List.of(atMost("a", 50)), new Computed("a", second -> value))) {
      return run.finish(WHOLE, LONG);
    }
  }

  @Test
  void ofSeveralRunsTheWorstIsNamed() {
    Round worst =
        Runs.worst(
            Map.of("S_01", round(40), "S_02", round(55), "S_03", round(70), "S_04", round(1)));

    assertThat(worst.outcomes()).hasSize(1);
    assertThat(worst.outcomes().get(0).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(worst.outcomes().get(0).reason()).startsWith("in S_03: ");
    assertThat(Runs.worst(Map.of("S_01", round(40))).outcomes().get(0).reason())
        .doesNotContain("S_01");
  }
}
