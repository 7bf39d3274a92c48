package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scenarios of one run whose load rises until a breach, and the thread that watches them. */
final class RisingGroups implements AutoCloseable {
  private static final long PERIOD_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(RisingGroups.class);

  private final Map<String, RisingGroup> groups = new HashMap<>();
  private final List<BreakpointGuard> guards = new ArrayList<>();
  private final RunRecorder recorder;
  private final Clock clock;
  private final Thread watcher = new Thread(this::watch, "slo-breakpoint");

  RisingGroups(List<Objective> objectives, RunRecorder recorder, Clock clock) {
    this.recorder = recorder;
    this.clock = clock;
    recorder
        .windows()
        .forEach(
            (scenario, windows) -> {
              RisingGroup group = new RisingGroup(scenario);
              groups.put(scenario, group);
              guards.add(new BreakpointGuard(scenario, objectives, windows, group));
            });
  }

  void start() {
    if (!guards.isEmpty()) {
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  /** Called by a thread that has made a request of this scenario. */
  void seen(String scenario) {
    RisingGroup group = groups.get(scenario);
    if (group != null) {
      group.seen();
    }
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
        recorder.settle();
        guards.forEach(guard -> guard.check(clock.millis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The scenarios whose load rises are not watched any more", e);
    }
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
