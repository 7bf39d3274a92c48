package com.openshow.loadtest.results;

import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the samples of any number of files into one run. */
public final class SampleSink {
  private final List<String> scenarios;
  private final RunRecorder recorder;
  private final Map<String, String> scenarioByGroup = new HashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final List<String> interruptions = new ArrayList<>();
  private int files;

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

  /** Adds a sample as it stands in a results file. */
  void add(
      long startMillis,
      long elapsedMillis,
      long lagMillis,
      String label,
      String threadName,
      boolean ok,
      boolean transaction) {
    recorder.record(
        new Sample(
            scenario(threadName),
            label,
            users.computeIfAbsent(threadName, name -> files + ":" + name),
            startMillis,
            elapsedMillis,
            lagMillis,
            !ok,
            transaction,
            Details.UNKNOWN));
  }

  /**
   * The thread group of a thread: JMeter names threads {@code group 1-23}, and in distributed tests
   * {@code host-group 1-23}.
   */
  private String scenario(String threadName) {
    int space = threadName.lastIndexOf(' ');
    String group = space < 0 ? threadName : threadName.substring(0, space);
    return scenarioByGroup.computeIfAbsent(group, this::scenarioOf);
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
