package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scenarios of one run whose load rises until a breach, and the thread that watches them. */
final class RisingGroups implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(500);

  private final Map<String, RisingGroup> groups = new HashMap<>();
  private final List<BreakpointGuard> guards = new ArrayList<>();
  private final RunRecorder recorder;
  private final Clock clock;
  private @Nullable Watch watch;

  RisingGroups(List<Objective> objectives, RunRecorder recorder, RemoteTest remote, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    recorder
        .windows()
        .forEach(
            (scenario, windows) -> {
              RisingGroup group = new RisingGroup(scenario, remote);
              groups.put(scenario, group);
              guards.add(new BreakpointGuard(scenario, objectives, windows, group));
            });
  }

  void start() {
    if (!guards.isEmpty()) {
      watch = Watch.start("slo-breakpoint", PERIOD, PERIOD, this::check);
    }
  }

  /** Called by a thread that has made a request of this scenario. */
  void seen(String scenario) {
    RisingGroup group = groups.get(scenario);
    if (group != null) {
      group.seen();
    }
  }

  private void check() {
    recorder.settle();
    guards.forEach(guard -> guard.check(clock.millis()));
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.end();
    }
  }
}
