package com.openshow.loadtest.jmeter;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleWindows;
import com.openshow.loadtest.slo.measure.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BreakpointGuardTest {
  private final SampleWindows windows =
      new SampleWindows(Duration.ofSeconds(5), EnumSet.of(Timing.RESPONSE));
  private final List<String> done = new ArrayList<>();
  private final BreakpointGuard guard =
      new BreakpointGuard(
          "S",
          List.of(new Objective(new Scope("S", ""), new LatencyPercentile(95), 50)),
          windows,
          new StoppableLoad() {
            @Override
            public void stop() {
              done.add("stop");
            }

            @Override
            public void interrupt() {
              done.add("interrupt");
            }
          });

  @Test
  void theLoadStopsASecondAfterTheSecondBreachedWindowAndThatOnce() {
    window(0, 10);
    window(1, 80);
    window(2, 80);
    for (long now = 0; now < 16_000; now += 500) {
      guard.check(now);
    }
    assertThat(done).isEmpty();
    guard.check(16_000);
    assertThat(done).containsExactly("stop");
    guard.check(20_999);
    assertThat(done).containsExactly("stop");
    guard.check(21_000);
    guard.check(40_000);
    assertThat(done).containsExactly("stop", "interrupt");
  }

  @Test
  void samplesThatComeLateAreSeenInTheirWindow() {
    guard.check(5_400);
    window(0, 80);
    guard.check(6_000);
    window(1, 80);
    guard.check(11_000);
    assertThat(done).containsExactly("stop");
  }

  @Test
  void aLoadThatHoldsGoesOn() {
    for (int i = 0; i < 20; i++) {
      window(i, i == 7 ? 500 : 10);
    }
    guard.check(1_000_000);
    assertThat(done).isEmpty();
  }

  private void window(int number, int millis) {
    for (int i = 0; i < 20; i++) {
      windows.record(new Sample("S", "GET /", "1", number * 5_000L + i, 0, millis, false));
    }
  }
}
