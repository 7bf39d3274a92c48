package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.BreachWatch;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.SampleWindow;
import com.openshow.loadtest.slo.measure.SampleWindows;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops one scenario whose load rises, once its objectives are breached. The verdict does not come
 * from here: it is found from all samples at the end.
 */
final class BreakpointGuard {
  /** A sample ends a moment before its listeners hear of it. */
  private static final long GRACE_MILLIS = Duration.ofSeconds(1).toMillis();

  private static final Logger LOG = LoggerFactory.getLogger(BreakpointGuard.class);

  private final String scenario;
  private final BreachWatch watch;
  private final SampleWindows windows;
  private final LoadStop stop;
  private long seenUntilMillis = Long.MIN_VALUE;

  BreakpointGuard(
      String scenario, List<Objective> objectives, SampleWindows windows, StoppableLoad load) {
    this.scenario = scenario;
    this.watch = new BreachWatch(scenario, objectives);
    this.windows = windows;
    this.stop = new LoadStop(load);
  }

  /** Looks at the windows that are over by now. Called again and again, by one thread. */
  void check(long nowMillis) {
    if (stop.isStopped()) {
      stop.insist(nowMillis);
      return;
    }
    long until = windows.start(nowMillis - GRACE_MILLIS);
    for (SampleWindow window : windows.between(seenUntilMillis, until)) {
      watch.add(window);
    }
    seenUntilMillis = until;
    watch
        .breach()
        .ifPresent(
            breach -> {
              LOG.info(
                  "\"{}\" stops: {}: {}",
                  scenario,
                  breach.outcome().objective().name(),
                  breach.outcome().reason());
              stop.stop(nowMillis);
            });
  }
}
