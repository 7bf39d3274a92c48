package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.expose.MetricsSettings;
import com.openshow.loadtest.expose.RunState;
import com.openshow.loadtest.jmeter.RunningBackend.Backend;
import com.openshow.loadtest.metrics.run.Round;
import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.FileProblem;
import com.openshow.loadtest.report.GitHubActions;
import com.openshow.loadtest.report.LiveView;
import com.openshow.loadtest.report.Reports;
import com.openshow.loadtest.report.RunTime;
import com.openshow.loadtest.report.Style;
import com.openshow.loadtest.report.Traffic;
import com.openshow.loadtest.report.html.BackendChart;
import com.openshow.loadtest.report.html.ErrorLog;
import com.openshow.loadtest.report.html.RunData;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One test as a listener sees it: from the first host's start to the last host's end. */
final class SloRun {
  private static final Logger LOG = LoggerFactory.getLogger(SloRun.class);

  private final String name;
  private final List<Objective> objectives;
  private final Baseline baseline;
  private final ReportFolder reports;
  private final Clock clock;
  private final Instant startedAt;
  private final RunRecorder recorder;
  private final RisingGroups rising;
  private final RunningEngine test = new RunningEngine();
  private final RunningBackend backend;
  private final AbortGuard aborts;
  private final Optional<LiveLog> log;
  private final ErrorLog errors = new ErrorLog();
  private final SampleIntake intake;
  private final RemoteSchedules remoteSchedules = new RemoteSchedules();
  private final PlannedEnd plannedEnd = new PlannedEnd();
  private volatile @Nullable LiveView end;
  private volatile LiveConsole console = () -> {};
  private volatile @Nullable Exposure exposure;
  private final Thread interruption =
      new Thread(
          () -> finish(Optional.of("the run was interrupted before its end")), "slo-interruption");

  private int hosts = 1;

  private SloRun(
      String name,
      List<Objective> objectives,
      RunRecorder recorder,
      Baseline baseline,
      Backend backend,
      Path reportFolder,
      Clock clock,
      Duration logEvery) {
    this.name = name;
    this.objectives = List.copyOf(objectives);
    this.recorder = recorder;
    this.intake = new SampleIntake(recorder, errors);
    this.baseline = baseline;
    this.reports = ReportFolder.take(reportFolder);
    this.clock = clock;
    this.startedAt = clock.instant();
    this.rising = new RisingGroups(this.objectives, recorder, test.remote(), clock);
    this.backend = RunningBackend.start(backend, recorder, reports, clock);
    this.aborts = new AbortGuard(this.objectives, recorder, this.backend, test, clock);
    this.log = LiveLog.start(recorder, reports, clock, logEvery);
  }

  /**
   * Begins to measure. A JVM that is told to stop meanwhile still judges what it has.
   *
   * @param logEvery how often the histogram log is written; zero for not at all
   */
  static SloRun start(
      String name,
      List<Objective> objectives,
      RunRecorder recorder,
      Baseline baseline,
      Backend backend,
      Path reportFolder,
      Clock clock,
      Duration logEvery) {
    SloRun run =
        new SloRun(name, objectives, recorder, baseline, backend, reportFolder, clock, logEvery);
    run.rising.start();
    run.aborts.start();
    Runtime.getRuntime().addShutdownHook(run.interruption);
    return run;
  }

  /**
   * Shows on the console how it goes on, where there is no GUI that does.
   *
   * @param interval from one line to the next, where they are lines; zero shows nothing
   */
  void showLive(Duration interval) {
    if (JMeter.isNonGUI()) {
      console = LiveConsole.start(this::view, interval);
    }
  }

  /** Lets others scrape how it stands. */
  void expose(MetricsSettings settings) {
    exposure =
        Exposure.start(settings, objectives, this::state, () -> view().judgement()).orElse(null);
  }

  /** The host on which the test runs, or a part of it; empty for this JVM. */
  void began(String host) {
    test.remote().began(host);
  }

  /** Another host takes part; false when the run has ended, so that host begins a new one. */
  synchronized boolean join(String host) {
    if (hosts == 0) {
      return false;
    }
    hosts++;
    began(host);
    return true;
  }

  /** A host has ended. Samples of the others may still be on their way: the last one finishes. */
  void leave(String host) {
    test.remote().ended(host);
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
    Verdict verdict = Verdict.INCONCLUSIVE;
    try {
      verdict = finish(whyStopped()).verdict();
    } finally {
      Exposure shown = exposure;
      if (shown != null) {
        shown.endWithLastScrape();
      }
      // Whatever went wrong, JMeter would end with 0.
      if (JMeter.isNonGUI() && JMeterUtils.getPropDefault(LoadTestProperties.EXIT_CODE, true)) {
        ExitCode.leaveWith(verdict);
      }
    }
  }

  private Optional<String> whyStopped() {
    return test.wasStopped()
        ? Optional.of("the test was stopped before its end")
        : Optional.empty();
  }

  void record(SampleEvent event) {
    remoteSchedules.record(event);
    if (intake.take(event)) {
      String group = event.getThreadGroup();
      rising.seen(group);
      test.seen();
      plannedEnd.seen(group);
      Exposure shown = exposure;
      if (shown != null) {
        shown.seen(event);
      }
    }
  }

  /** How it stands now, or stood at its end. */
  LiveView view() {
    LiveView last = end;
    if (last != null) {
      return last;
    }
    Measurement measurement = measurement();
    Round round = backend.latest();
    return view(
        measurement,
        evaluate(measurement, Optional.empty()).withBackend(round.outcomes(), round.aborted()),
        false);
  }

  private LiveView view(Measurement measurement, Judgement judgement, boolean over) {
    Duration elapsed = Duration.between(startedAt, clock.instant());
    return new LiveView(
        // A clock that was set back does not make a run begin in the future.
        new RunTime(
            elapsed.isNegative() ? Duration.ZERO : elapsed, plannedEnd.since(startedAt), over),
        Traffic.of(measurement, recorder.leftOut(), elapsed),
        judgement);
  }

  private RunState state(Exposure asked) {
    LiveView last = end;
    return new RunState(
        name,
        recorder.totals(),
        recorder.leftOut(),
        last == null ? pacing(clock.millis()) : last.judgement().pacing(),
        asked.activeThreads(),
        last == null ? asked.judgedSoFar() : Optional.of(last.judgement()),
        last != null);
  }

  private Measurement measurement() {
    return recorder.measurement(startedAt, clock.instant());
  }

  private Judgement evaluate(Measurement measurement, Optional<String> why) {
    return Evaluator.evaluate(objectives, measurement, recorder.windows(), why, baseline)
        .with(pacing(clock.millis()));
  }

  /** A JVM runs its own schedules, or those of others arrive. */
  private List<Pacing> pacing(long nowMillis) {
    List<Pacing> own = Schedules.pacing(nowMillis);
    return own.isEmpty() ? remoteSchedules.pacing(nowMillis) : own;
  }

  private Judgement finish(Optional<String> why) {
    try (reports) {
      return judgeAndReport(why);
    }
  }

  private Judgement judgeAndReport(Optional<String> why) {
    rising.close();
    aborts.close();
    console.close();
    recorder.end();
    if (why.isPresent()) {
      // Who stopped it may not have the patience that faults and sources of metrics need.
      Measurement soFar = measurement();
      report(soFar, evaluate(soFar, why), backend.latest(), false);
    }
    // After the last sample: what is switched off now was on for the whole of what is judged.
    Faults.stopAll().forEach(recorder::record);
    log.ifPresent(own -> own.end(why));
    Measurement measurement = measurement();
    Judgement load = evaluate(measurement, why);
    Round round = backend.finish(measurement);
    backend.close();
    Judgement judgement = load.withBackend(round.outcomes(), round.aborted());
    end = view(measurement, judgement, true);
    if (JMeter.isNonGUI()) {
      System.out.print(ConsoleTable.render(judgement, Style.ofOutput(System.getenv())));
      System.out.print(GitHubActions.annotations(judgement, System.getenv()));
    } else {
      LOG.info("{}\n{}", name, ConsoleTable.render(judgement));
    }
    report(measurement, load, round, true);
    return judgement;
  }

  /**
   * Writes the reports.
   *
   * @param isLast whether they are not written again
   */
  private void report(Measurement measurement, Judgement load, Round round, boolean isLast) {
    Judgement judgement = load.withBackend(round.outcomes(), round.aborted());
    try {
      Path folder =
          reports.write(
              into -> {
                Reports.write(judgement, name, into);
                if (!round.archive().isEmpty()) {
                  Reports.write(round.archive(), into);
                }
                Reports.write(
                    runData(measurement, judgement).withBackend(BackendChart.of(round.outcomes())),
                    into);
              });
      if (!isLast) {
        return;
      }
      LOG.info("Wrote the reports to {}", folder);
      if (JMeter.isNonGUI()) {
        System.out.println("Reports: " + folder);
        GitHubActions.summarize(judgement, name, System.getenv());
      }
    } catch (IOException e) {
      Warning.say(
          "the verdict stands, but its reports could not be written: " + FileProblem.reason(e));
    }
  }

  private RunData runData(Measurement measurement, Judgement judgement) {
    return new RunData(
        name,
        judgement,
        measurement,
        Schedules.plannedRates(measurement.startedAt().toEpochMilli(), clock.millis()),
        errors.samples());
  }
}
