package com.openshow.loadtest.metrics;

import static com.openshow.loadtest.metrics.GivenSource.START;
import static com.openshow.loadtest.metrics.GivenSource.STEP;
import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BackendWatchTest {
  private static BackendWatch watch(String reducer, double target) {
    return new BackendWatch(
        new BackendObjective(
            "CPU",
            "prom",
            new ValueClaim(
                "cpu",
                Reducer.parse(reducer),
                new Bar(Comparison.LTE, target, "%"),
                new Grouping.Each(),
                0.9),
            "",
            new Window.WholeRun(),
            new Terms(
                Severity.FAIL, OnNoData.INCONCLUSIVE, false, Optional.of(Duration.ofSeconds(5))),
            ""));
  }

  private static TimeRange part(int from, int to) {
    return new TimeRange(START.plusSeconds(from), START.plusSeconds(to));
  }

  private static Reading of(@Nullable Double... values) {
    return new Reading.Values(
        List.of(GivenSource.series(Map.of("pod", "x"), values)), STEP, List.of(), List.of());
  }

  private static @Nullable Double[] upTo(int seconds, double low, double high, int rise) {
    return GivenSource.then(
        GivenSource.times(Math.min(rise, seconds), low),
        GivenSource.times(Math.max(0, seconds - rise), high));
  }

  @Test
  void aMissIsFollowedFromOneLookToTheNext() {
    BackendWatch watch = watch("avg", 70);
    assertThat(watch.look(of(upTo(7, 1, 99, 4)), part(0, 6))).isEmpty();
    assertThat(watch.look(of(upTo(9, 1, 99, 4)), part(5, 8))).isEmpty();
    assertThat(watch.look(of(upTo(10, 1, 99, 4)), part(8, 9)))
        .contains(
            "CPU: the test is aborted: it was missed for 5 s without a break, from"
                + " 2026-01-01T12:00:04Z of {pod=\"x\"}");
  }

  @Test
  void aPointThatHoldsOrAGapBreaksItOff() {
    BackendWatch held = watch("avg", 70);
    assertThat(held.look(of(99.0, 99.0, 99.0, 1.0, 99.0, 99.0, 99.0), part(0, 6))).isEmpty();
    BackendWatch gap = watch("avg", 70);
    assertThat(gap.look(of(99.0, 99.0, 99.0, null, null, 99.0, 99.0), part(0, 6))).isEmpty();
    assertThat(gap.look(new Reading.Unavailable("503"), part(6, 9))).isEmpty();
  }

  @Test
  void aCounterIsWatchedByItsRate() {
    BackendWatch watch = watch("rate", 2);
    assertThat(watch.look(of(0.0, 5.0, 10.0, 15.0, 20.0, 25.0), part(0, 5))).isEmpty();
    assertThat(watch.look(of(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0), part(0, 6))).isPresent();
  }
}
