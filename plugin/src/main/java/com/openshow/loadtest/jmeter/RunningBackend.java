package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.metrics.run.BackendRun;
import com.openshow.loadtest.metrics.run.Round;
import com.openshow.loadtest.report.FileProblem;
import com.openshow.loadtest.report.Reports;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The backend's part of a run. Whatever becomes of it, the load goes on. */
final class RunningBackend implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** So long after the end a scrape that had begun before it is in the source, too. */
  private static final Duration SETTLING = Duration.ofSeconds(1);

  /** So long the end of a run waits for all sources together. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RunRecorder recorder;
  private final ReportFolder reports;
  private final Clock clock;
  private final boolean isEmpty;
  private final boolean aborts;
  private final AtomicBoolean warned = new AtomicBoolean();
  private final BackendRun run;

  private RunningBackend(Backend backend, RunRecorder recorder, ReportFolder reports, Clock clock) {
    this.recorder = recorder;
    this.reports = reports;
    this.clock = clock;
    List<BackendObjective> objectives = backend.objectives();
    this.isEmpty = objectives.isEmpty();
    this.aborts = objectives.stream().anyMatch(one -> one.terms().abortAfter().isPresent());
    this.run =
        BackendRun.start(
            objectives, backend.sources(), this::soFar, PERIOD, Warning::say, this::keep);
  }

  /**
   * What is promised of a backend, and who is asked.
   *
   * @param objectives each of one of the sources
   * @param sources not begun yet
   */
  record Backend(List<BackendObjective> objectives, List<MetricsSource> sources) {
    static final Backend NONE = new Backend(List.of(), List.of());

    Backend {
      objectives = List.copyOf(objectives);
      sources = List.copyOf(sources);
    }
  }

  static RunningBackend start(
      Backend backend, RunRecorder recorder, ReportFolder reports, Clock clock) {
    return new RunningBackend(backend, recorder, reports, clock);
  }

  /** To this moment, and not only to the last sample: what is measured may hang. */
  private Optional<TimeRange> soFar(BackendObjective objective) {
    return recorder
        .times()
        .flatMap(
            times -> {
              Instant now = clock.instant();
              Instant end = now.isAfter(times.endedAt()) ? now : times.endedAt();
              return new RunWindows(times.until(end)).range(objective);
            });
  }

  /** So that a run that is killed can be judged. */
  private void keep(Archive archive) {
    try {
      reports.write(folder -> Reports.write(archive, folder));
    } catch (IOException e) {
      if (!warned.getAndSet(true)) {
        Warning.say(
            "what the backend's metrics were cannot be kept ("
                + FileProblem.reason(e)
                + "): the run goes on, but if it is killed, they are lost");
      }
    }
  }

  /** Whether one of its objectives can stop the test. */
  boolean aborts() {
    return aborts;
  }

  /** How it stands. */
  Round latest() {
    return run.latest();
  }

  /** What it came to, once the run is over. */
  Round finish(Measurement measurement) {
    if (!isEmpty) {
      awaitSettled(measurement.endedAt());
    }
    return run.finish(new RunWindows(measurement), PATIENCE);
  }

  /** Else who asks later would be told of one sample more, and of another figure. */
  private void awaitSettled(Instant end) {
    Duration rest = Duration.between(clock.instant(), end.plus(SETTLING));
    try {
      // Whatever the clock says, not longer.
      Thread.sleep(Math.max(0, Math.min(rest.toMillis(), SETTLING.toMillis())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    run.close();
  }
}
