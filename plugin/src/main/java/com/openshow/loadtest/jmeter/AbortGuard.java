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
  private final RunningBackend backend;
  private final LoadStop stop;
  private final Clock clock;
  private @Nullable Watch watch;

  /**
   * A guard that does not watch yet.
   *
   * @param backend of which objectives can stop the test, too
   */
  AbortGuard(
      List<Objective> objectives,
      RunRecorder recorder,
      RunningBackend backend,
      StoppableLoad test,
      Clock clock) {
    this.watches =
        objectives.stream()
            .filter(objective -> objective.terms().abortAfter().isPresent())
            .map(AbortWatch::new)
            .toList();
    this.recorder = recorder;
    this.backend = backend;
    this.stop = new LoadStop(test);
    this.clock = clock;
  }

  void start() {
    if (!watches.isEmpty() || backend.aborts()) {
      watch = Watch.start("slo-abort", PERIOD, PERIOD, () -> check(clock.instant()));
    }
  }

  /** Looks at what is over by now. Called again and again, by one thread. */
  void check(Instant now) {
    if (stop.isStopped()) {
      stop.insist(now.toEpochMilli());
      return;
    }
    backend.latest().aborted().or(() -> missed(now)).ifPresent(why -> stop(why, now));
  }

  private void stop(String why, Instant now) {
    LOG.error("{}", why);
    stop.stop(now.toEpochMilli());
  }

  /** Why the load's own objectives stop the test; empty when they do not. */
  private Optional<String> missed(Instant now) {
    Optional<Instant> start = recorder.startedAt();
    if (start.isEmpty() || watches.isEmpty()) {
      return Optional.empty();
    }
    Instant origin = start.get().truncatedTo(ChronoUnit.SECONDS);
    Instant until = now.minus(GRACE);
    Instant from =
        watches.stream()
            .map(one -> one.seenUntil().isAfter(origin) ? one.seenUntil() : origin)
            .min(Comparator.naturalOrder())
            .orElse(origin);
    List<Measurement> windows = recorder.details(from.toEpochMilli(), until.toEpochMilli());
    return watches.stream().flatMap(one -> one.look(windows, origin, until).stream()).findFirst();
  }

  @Override
  public void close() {
    if (watch != null) {
      watch.end();
    }
  }
}
