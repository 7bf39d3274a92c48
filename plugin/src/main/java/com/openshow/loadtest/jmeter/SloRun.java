package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.Reports;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.measure.SampleRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One test as a listener sees it: from the first host's start to the last host's end. */
final class SloRun {
  private static final Logger LOG = LoggerFactory.getLogger(SloRun.class);

  private final String name;
  private final List<Objective> objectives;
  private final Path reportFolder;
  private final Clock clock;
  private final Instant startedAt;
  private final SampleRecorder recorder = new SampleRecorder();
  private final RemoteSchedules remoteSchedules = new RemoteSchedules();
  private volatile @Nullable Judgement result;
  private final Thread interruption =
      new Thread(
          () -> finish(Optional.of("the run was interrupted before its end")), "slo-interruption");
  private final Duration warmUp;
  private final long measuredFromMillis;
  private int hosts = 1;

  private SloRun(
      String name, List<Objective> objectives, Duration warmUp, Path reportFolder, Clock clock) {
    this.warmUp = warmUp;
    this.name = name;
    this.objectives = List.copyOf(objectives);
    this.reportFolder = reportFolder;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.measuredFromMillis =
        warmUp.isZero() ? Long.MIN_VALUE : startedAt.plus(warmUp).toEpochMilli();
  }

  /** Begins to measure. A JVM that is told to stop meanwhile still judges what it has. */
  static SloRun start(
      String name, List<Objective> objectives, Duration warmUp, Path reportFolder, Clock clock) {
    SloRun run = new SloRun(name, objectives, warmUp, reportFolder, clock);
    Runtime.getRuntime().addShutdownHook(run.interruption);
    return run;
  }

  /** Another host takes part; false when the run has ended, so that host begins a new one. */
  synchronized boolean join() {
    if (hosts == 0) {
      return false;
    }
    hosts++;
    return true;
  }

  /** A host has ended. Samples of the others may still be on their way: the last one finishes. */
  void leave() {
    synchronized (this) {
      hosts--;
      if (hosts > 0) {
        return;
      }
    }
    try {
      Runtime.getRuntime().removeShutdownHook(interruption);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM is stopping; its hook judges the run", e);
      return;
    }
    Judgement judgement = finish(Optional.empty());
    if (JMeter.isNonGUI() && JMeterUtils.getPropDefault(LoadTestProperties.EXIT_CODE, true)) {
      ExitCode.leaveWith(judgement.verdict());
    }
  }

  void record(SampleEvent event) {
    SampleResult sample = event.getResult();
    remoteSchedules.record(event);
    if (sample.getStartTime() < measuredFromMillis) {
      return;
    }
    recorder.record(
        event.getThreadGroup(), sample.getSampleLabel(), latency(event), !sample.isSuccessful());
  }

  /** From the moment the request was due: a schedule's lag travels as the sample's idle time. */
  private static long latency(SampleEvent event) {
    SampleResult sample = event.getResult();
    return event.isTransactionSampleEvent()
        ? sample.getTime()
        : sample.getTime() + sample.getIdleTime();
  }

  /** The final judgement, or what it would be if the run ended now. */
  Judgement judge() {
    Judgement end = result;
    return end == null ? evaluate(Optional.empty()) : end;
  }

  private Judgement evaluate(Optional<String> why) {
    Instant now = clock.instant();
    Instant measuredFrom = startedAt.plus(warmUp).isAfter(now) ? now : startedAt.plus(warmUp);
    return Evaluator.evaluate(objectives, recorder.snapshot(measuredFrom, now), why)
        .with(pacing(now.toEpochMilli()));
  }

  /** A JVM runs its own schedules, or those of others arrive. */
  private List<Pacing> pacing(long nowMillis) {
    List<Pacing> own = Schedules.pacing(nowMillis);
    return own.isEmpty() ? remoteSchedules.pacing(nowMillis) : own;
  }

  private Judgement finish(Optional<String> why) {
    Judgement judgement = evaluate(why);
    result = judgement;
    String table = ConsoleTable.render(judgement);
    if (JMeter.isNonGUI()) {
      System.out.print(table);
    } else {
      LOG.info("{}\n{}", name, table);
    }
    try {
      Reports.write(judgement, name, reportFolder)
          .forEach(file -> LOG.info("Wrote {}", file.toAbsolutePath()));
      if (JMeter.isNonGUI()) {
        System.out.println("Reports: " + reportFolder.toAbsolutePath());
      }
    } catch (IOException e) {
      LOG.error("The verdict's reports could not be written to {}", reportFolder, e);
      System.err.println("error: the verdict stands, but its reports could not be written: " + e);
    }
    return judgement;
  }
}
