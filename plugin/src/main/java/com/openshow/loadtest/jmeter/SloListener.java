package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.expose.MetricsSettings;
import com.openshow.loadtest.jmeter.RunningBackend.Backend;
import com.openshow.loadtest.report.VerdictFile;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Recording;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.engine.util.CompoundVariable;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.Remoteable;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.TestStateListener;
import org.apache.jmeter.testelement.property.CollectionProperty;
import org.apache.jmeter.testelement.property.JMeterProperty;
import org.apache.jmeter.util.JMeterUtils;
import org.jspecify.annotations.Nullable;

/**
 * The SLO assertion listener: holds what the test measures against its objectives, writes the
 * verdict's reports, and lets {@code jmeter -n} end with the verdict's exit code.
 *
 * <p>In a distributed test it runs on the controller, where the samples of all servers arrive.
 */
public final class SloListener extends AbstractTestElement
    implements SampleListener, TestStateListener, NoThreadClone, Remoteable {
  /** The folder in which a hand-made plan's reports appear if nothing else is said. */
  static final String DEFAULT_REPORT_FOLDER =
      "${__P("
          + LoadTestProperties.REPORT_DIR
          + ",${__P("
          + LoadTestProperties.REPORT_ROOT
          + ",loadtest-report)})}";

  private static final Object BEGINNING = new Object();
  private static final String OBJECTIVES = "SloListener.objectives";
  private static final String SOURCES = "SloListener.metricsSources";
  private static final String BACKEND = "SloListener.backendObjectives";
  private static final String REPORT_FOLDER = "SloListener.reportFolder";
  private static final String WARM_UP = "SloListener.warmUpSeconds";
  private static final String RISING = "SloListener.risingScenarios";

  // Shared with the copy that JMeter's GUI runs, so that the panel can show what is measured.
  private transient AtomicReference<@Nullable SloRun> run = new AtomicReference<>();

  /** The rows of the objectives' table. */
  public List<ObjectiveElement> getObjectives() {
    return rows(OBJECTIVES, ObjectiveElement.class);
  }

  private <E> List<E> rows(String property, Class<E> type) {
    List<E> rows = new ArrayList<>();
    if (getProperty(property) instanceof CollectionProperty collection) {
      for (JMeterProperty row : collection) {
        rows.add(type.cast(row.getObjectValue()));
      }
    }
    return rows;
  }

  /** Replaces the rows of the objectives' table. */
  public void setObjectives(List<ObjectiveElement> rows) {
    setProperty(new CollectionProperty(OBJECTIVES, rows));
  }

  /** The rows of the table of sources. */
  public List<SourceElement> getSources() {
    return rows(SOURCES, SourceElement.class);
  }

  /** Replaces the rows of the table of sources. */
  public void setSources(List<SourceElement> rows) {
    setRows(SOURCES, rows);
  }

  /** The rows of the table of backend objectives. */
  public List<BackendElement> getBackendObjectives() {
    return rows(BACKEND, BackendElement.class);
  }

  /** Replaces the rows of the table of backend objectives. */
  public void setBackendObjectives(List<BackendElement> rows) {
    setRows(BACKEND, rows);
  }

  /** A plan without rows stays as it was before there were any. */
  private void setRows(String property, List<?> rows) {
    if (rows.isEmpty()) {
      removeProperty(property);
    } else {
      setProperty(new CollectionProperty(property, rows));
    }
  }

  /** The folder of the reports, an expression as a rule. */
  public String getReportFolder() {
    return getPropertyAsString(REPORT_FOLDER, DEFAULT_REPORT_FOLDER);
  }

  /** Sets the folder of the reports. */
  public void setReportFolder(String folder) {
    setProperty(REPORT_FOLDER, folder);
  }

  /**
   * The time from the first sample's start whose samples are left out, in seconds; an expression as
   * a rule.
   */
  public String getWarmUpSeconds() {
    return getPropertyAsString(WARM_UP, "0");
  }

  /** Sets the time from the first sample's start whose samples are left out. */
  public void setWarmUpSeconds(String seconds) {
    setProperty(WARM_UP, seconds, "0");
  }

  /** The thread groups whose load rises until a breach, with commas between them. */
  public String getRisingScenarios() {
    return getPropertyAsString(RISING, "");
  }

  /** Sets the thread groups whose load rises until a breach. */
  public void setRisingScenarios(String names) {
    setProperty(RISING, names, "");
  }

  /** The run that is being measured, or was last; null before the first. */
  @Nullable SloRun latestRun() {
    return run.get();
  }

  @Override
  public void testStarted() {
    testStarted("");
  }

  @Override
  public void testStarted(String host) {
    // Two hosts may begin at the same moment, and it is one run.
    synchronized (BEGINNING) {
      begin(host);
    }
  }

  private void begin(String host) {
    SloRun current = run.get();
    if (current != null && current.join(host)) {
      return;
    }
    List<String> problems = new ArrayList<>();
    List<Objective> objectives = objectives(problems);
    // JMeter's own listeners have the same switch; it sums the elapsed times of many samples.
    if (!host.isEmpty() && JMeterUtils.getPropDefault("mode", "").equals("Statistical")) {
      problems.add(
          "mode=Statistical destroys percentiles; set mode=StrippedBatch in jmeter.properties");
    }
    Duration warmUp = warmUp(problems);
    Baseline baseline = baseline(problems);
    RunningPlan.tree().ifPresent(plan -> problems.addAll(PlanLabels.of(plan).missing(objectives)));
    Duration liveInterval = LiveInterval.read(problems);
    Optional<Path> folder = reportFolder(problems);
    Optional<Duration> logEvery = logEvery(problems);
    Optional<MetricsSettings> metrics = ExposureProperties.read(problems);
    Backend backend =
        new BackendSetup(SloListener::evaluate, problems)
            .backend(getSources(), getBackendObjectives());
    if (folder.isEmpty() || logEvery.isEmpty() || !problems.isEmpty()) {
      run.set(null);
      Refusal.say(this, problems, "SLO Assertion Listener");
      return;
    }
    String plan = FileServer.getFileServer().getScriptName();
    SloRun started =
        SloRun.start(
            plan == null ? getName() : plan,
            objectives,
            new RunRecorder(Recording.of(objectives, warmUp, risingScenarios())),
            baseline,
            backend,
            folder.get(),
            Clock.systemUTC(),
            logEvery.get());
    Faults.tellLeftOvers();
    started.began(host);
    run.set(started);
    started.showLive(liveInterval);
    metrics.ifPresent(started::expose);
  }

  private List<Objective> objectives(List<String> problems) {
    List<Objective> objectives = new ArrayList<>();
    List<ObjectiveElement> rows = getObjectives();
    for (int i = 0; i < rows.size(); i++) {
      try {
        objectives.add(rows.get(i).objective(SloListener::evaluate));
      } catch (IllegalArgumentException e) {
        problems.add("objective in row " + (i + 1) + ": " + e.getMessage());
      }
    }
    return objectives;
  }

  private List<String> risingScenarios() {
    return Arrays.stream(evaluate(getRisingScenarios()).split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private Duration warmUp(List<String> problems) {
    String text = evaluate(getWarmUpSeconds()).trim();
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0 && seconds <= 1e7) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    problems.add("warm-up must be a number of seconds, at least 0, but was \"" + text + "\"");
    return Duration.ZERO;
  }

  private static Baseline baseline(List<String> problems) {
    String file = JMeterUtils.getPropDefault(LoadTestProperties.BASELINE, "").strip();
    if (!file.isEmpty()) {
      try {
        return VerdictFile.read(Path.of(file));
      } catch (IOException | InvalidPathException e) {
        problems.add(
            LoadTestProperties.BASELINE + " must be the verdict.json of an earlier run: " + e);
      }
    }
    return Baseline.NONE;
  }

  private Optional<Path> reportFolder(List<String> problems) {
    String text = evaluate(getReportFolder());
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      problems.add("report folder must be a path, but was \"" + text + "\": " + e.getReason());
      return Optional.empty();
    }
  }

  private static Optional<Duration> logEvery(List<String> problems) {
    try {
      return Optional.of(LiveLog.period());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  /** On the controller of a distributed test JMeter does not evaluate expressions. */
  private static String evaluate(String text) {
    return text.contains("${") ? new CompoundVariable(text).execute() : text;
  }

  @Override
  public void sampleOccurred(SampleEvent event) {
    SloRun current = run.get();
    if (current != null) {
      current.record(event);
    }
  }

  @Override
  public void testEnded() {
    testEnded("");
  }

  @Override
  public void testEnded(String host) {
    SloRun current = run.get();
    if (current != null) {
      current.leave(host);
    }
  }

  @Override
  public void sampleStarted(SampleEvent event) {
    // JMeter never calls it.
  }

  @Override
  public void sampleStopped(SampleEvent event) {
    // JMeter never calls it.
  }

  @Override
  public Object clone() {
    SloListener copy = (SloListener) super.clone();
    copy.run = run;
    return copy;
  }

  /** Serialisation leaves transient fields empty. */
  private Object readResolve() {
    run = new AtomicReference<>();
    return this;
  }
}
