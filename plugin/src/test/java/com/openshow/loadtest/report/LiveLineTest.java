package com.openshow.loadtest.report;

import static com.openshow.loadtest.report.Views.nothing;
import static com.openshow.loadtest.report.Views.p95;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveLineTest {
  @Test
  void itNamesWhatFailsAndWhatCannotBeJudged() {
    LiveView view =
        Views.of(p95(Verdict.PASS, "GET /a"), p95(Verdict.FAIL, "GET /b"), nothing("S_02"));

    assertThat(LiveLine.render(view))
        .isEqualTo(
            "verdict so far: 00:02:30 of 00:10:00: 30000 requests, 200.0/s, 3 errors (0.01 %);"
                + " FAIL (1 passed, 1 failed, 1 inconclusive); FAIL: p95 of GET /b of S_01;"
                + " INCONCLUSIVE: error_rate of all requests of S_02");
  }

  @Test
  void nothingIsNamedWhereAllHold() {
    assertThat(LiveLine.render(Views.of(p95(Verdict.PASS, "GET /a"))))
        .endsWith("3 errors (0.01 %); PASS (1 passed, 0 failed, 0 inconclusive)");
  }

  @Test
  void manyAreCountedAndNotNamed() {
    Outcome[] many =
        IntStream.range(0, 8).mapToObj(i -> p95(Verdict.FAIL, "/" + i)).toArray(Outcome[]::new);

    assertThat(LiveLine.render(Views.of(many))).endsWith("; FAIL: " + named(5) + " and 3 more");
  }

  private static String named(int count) {
    return String.join(
        ", ", IntStream.range(0, count).mapToObj(i -> "p95 of /" + i + " of S_01").toList());
  }

  @Test
  void theRateIsThatSinceTheViewBefore() {
    LiveView first = at(10, 1000, 0);
    LiveView second = at(12, 1000, 500);

    assertThat(second.since(first).traffic().rate()).isEqualTo(250);
    assertThat(second.since(second)).isEqualTo(second);
    assertThat(first.since(second)).as("of a run that began anew").isEqualTo(first);
  }

  private static LiveView at(int seconds, long judged, long leftOut) {
    return new LiveView(
        new RunTime(Duration.ofSeconds(seconds), Optional.empty(), false),
        new Traffic(judged, 0, leftOut, 1),
        Views.of().judgement());
  }

  @Test
  void aRunThatTakesLongerThanPlannedIsNotMoreThanDone() {
    RunTime late = new RunTime(Duration.ofSeconds(61), Optional.of(Duration.ofSeconds(60)), false);

    assertThat(late.percent()).hasValue(100);
    assertThat(new RunTime(Duration.ZERO, Optional.of(Duration.ZERO), false).percent()).isEmpty();
  }
}
