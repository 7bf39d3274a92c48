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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the test when an objective that asks for it has been missed for too long. */
final class AbortGuard implements AutoCloseable {
  /** So long a sample may take from its end to the recorder. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(AbortGuard.class);

  private final List<AbortWatch> watches;
  private final RunRecorder recorder;
  private final LoadStop stop;
  private final Clock clock;
  private @Nullable Watch watch;

  AbortGuard(List<Objective> objectives, RunRecorder recorder, StoppableLoad test, Clock clock) {
    this.watches =
        objectives.stream()
            .filter(objective -> objective.terms().abortAfter().isPresent())
            .map(AbortWatch::new)
            .toList();
    this.recorder = recorder;
    this.stop = new LoadStop(test);
    this.clock = clock;
  }

  void start() {
    if (!watches.isEmpty()) {
      watch = Watch.start("slo-abort", PERIOD, PERIOD, () -> check(clock.instant()));
    }
  }

  /** Looks at what is over by now. Called again and again, by one thread. */
  void check(Instant now) {
    if (stop.isStopped()) {
      stop.insist(now.toEpochMilli());
      return;
    }
    Optional<Instant> start = recorder.startedAt();
    if (start.isEmpty()) {
      return;
    }
    Instant origin = start.get().truncatedTo(ChronoUnit.SECONDS);
    Instant until = now.minus(GRACE);
    Instant from =
        watches.stream()
            .map(one -> one.seenUntil().isAfter(origin) ? one.seenUntil() : origin)
            .min(Comparator.naturalOrder())
            .orElse(origin);
    List<Measurement> windows = recorder.details(from.toEpochMilli(), until.toEpochMilli());
    watches.stream()
        .flatMap(one -> one.look(windows, origin, until).stream())
        .findFirst()
        .ifPresent(
            why -> {
              LOG.error("{}", why);
              stop.stop(now.toEpochMilli());
            });
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.end();
    }
  }
}
