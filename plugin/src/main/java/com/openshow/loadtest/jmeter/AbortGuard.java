package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.slo.AbortWatch;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the test when an objective that asks for it has been missed for too long. */
final class AbortGuard implements AutoCloseable {
  /** So long a sample may take from its end to the recorder. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** So long after they were asked to stop, virtual users who still wait are woken up. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final long PERIOD_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(AbortGuard.class);

  private final List<AbortWatch> watches;
  private final RunRecorder recorder;
  private final BreakpointGuard.Load test;
  private final Clock clock;
  private final Thread watcher = new Thread(this::watch, "slo-abort");

  AbortGuard(
      List<Objective> objectives, RunRecorder recorder, BreakpointGuard.Load test, Clock clock) {
    this.watches =
        objectives.stream()
            .filter(objective -> objective.terms().abortAfter().isPresent())
            .map(AbortWatch::new)
            .toList();
    this.recorder = recorder;
    this.test = test;
    this.clock = clock;
  }

  void start() {
    if (!watches.isEmpty()) {
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  private void watch() {
    try {
      while (!check(clock.instant())) {
        TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
      }
      TimeUnit.MILLISECONDS.sleep(PATIENCE.toMillis());
      test.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("Nobody watches any more whether the test is to be aborted", e);
    }
  }

  /** Looks at what is over by now; true when the test was stopped. */
  boolean check(Instant now) {
    Optional<Instant> start = recorder.startedAt();
    if (start.isEmpty()) {
      return false;
    }
    Instant origin = start.get().truncatedTo(ChronoUnit.SECONDS);
    Instant until = now.minus(GRACE);
    Instant from =
        watches.stream()
            .map(watch -> watch.seenUntil().isAfter(origin) ? watch.seenUntil() : origin)
            .min(Comparator.naturalOrder())
            .orElse(origin);
    List<Measurement> windows = recorder.details(from.toEpochMilli(), until.toEpochMilli());
    for (AbortWatch watch : watches) {
      Optional<String> why = watch.look(windows, origin, until);
      if (why.isPresent()) {
        LOG.error("{}", why.get());
        test.stop();
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
