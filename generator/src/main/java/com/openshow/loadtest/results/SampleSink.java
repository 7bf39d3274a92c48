package com.openshow.loadtest.results;

import com.openshow.loadtest.report.html.ErrorLog;
import com.openshow.loadtest.report.html.ErrorSample;
import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the samples of any number of files into one run. */
public final class SampleSink {
  private final List<String> scenarios;
  private final RunRecorder recorder;
  private final ErrorLog errors = new ErrorLog();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Long> preparing = new TreeMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final List<String> interruptions = new ArrayList<>();
  private int files;

  /**
   * A thread group.
   *
   * @param scenario the scenario it is, or its own name
   * @param prepares whether it prepares or tidies up
   */
  private record Group(String scenario, boolean prepares) {}

  /**
   * A sink without samples.
   *
   * @param scenarios the names of the thread groups that are known
   * @param recorder where the samples go
   */
  public SampleSink(List<String> scenarios, RunRecorder recorder) {
    this.scenarios = List.copyOf(scenarios);
    this.recorder = recorder;
  }

  /** The samples that follow are of another file: its threads are others, whatever their names. */
  void nextFile() {
    files++;
    users.clear();
  }

  /** Adds what a recorder counted elsewhere. */
  void add(Increment increment) {
    recorder.add(increment);
  }

  /** What is recorded of the samples. */
  RecorderSettings settings() {
    return recorder.settings();
  }

  /** The run that a file is of did not go to its end. */
  void interrupted(String why) {
    interruptions.add(why);
  }

  /** Why the run did not go to its end; empty when it did, as far as the files tell. */
  public Optional<String> interruption() {
    return interruptions.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", interruptions));
  }

  /**
   * Adds a sample as it stands in a results file. Those that prepare or tidy up in thread groups of
   * their own are left out, as they are live: they are not even a part of the run's time.
   */
  void add(
      long startMillis,
      long elapsedMillis,
      long lagMillis,
      String label,
      String threadName,
      boolean ok,
      boolean transaction,
      Details details) {
    Group group = group(threadName);
    if (group.prepares) {
      preparing.merge(group.scenario, 1L, Long::sum);
      return;
    }
    recorder.record(
        new Sample(
            group.scenario,
            label,
            users.computeIfAbsent(threadName, name -> files + ":" + name),
            startMillis,
            elapsedMillis,
            lagMillis,
            !ok,
            transaction,
            details));
  }

  /** Counts why a sample failed. */
  void failed(String label, String threadName, String responseCode, String message) {
    Group group = group(threadName);
    if (!group.prepares && SampleKey.isJudged(label)) {
      errors.add(group.scenario, label, responseCode, message);
    }
  }

  /** How many samples were left out, by thread group. */
  public Map<String, Long> preparing() {
    return Collections.unmodifiableMap(preparing);
  }

  /** The samples that failed so far, by thread group, where the options ask for them. */
  public List<ErrorSample> errors() {
    return errors.samples();
  }

  /**
   * The thread group of a thread: JMeter names threads {@code group 1-23}, and in distributed tests
   * {@code host-group 1-23}.
   */
  private Group group(String threadName) {
    int space = threadName.lastIndexOf(' ');
    String group = space < 0 ? threadName : threadName.substring(0, space);
    return groups.computeIfAbsent(
        group, name -> new Group(scenarioOf(name), SampleKey.isPreparingGroup(name)));
  }

  private String scenarioOf(String group) {
    return scenarios.contains(group)
        ? group
        : scenarios.stream()
            .filter(scenario -> group.endsWith("-" + scenario))
            .max(Comparator.comparingInt(String::length))
            .orElse(group);
  }
}
