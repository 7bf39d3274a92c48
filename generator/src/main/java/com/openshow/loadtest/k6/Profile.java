package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Stage;
import com.openshow.loadtest.scenario.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A load over time, exactly as long as its scenario.
 *
 * @param start the level at its beginning: virtual users, or requests per second
 * @param stages straight lines from there on
 */
record Profile(double start, List<Stage> stages) {
  Profile {
    stages = List.copyOf(stages);
  }

  /** The virtual users of a scenario without a rate. */
  static Profile users(LoadTest test, Scenario scenario) {
    double users = scenario.targetVus();
    Duration rampUp = Timing.rampUp(test, scenario);
    List<Stage> stages = scenario.pace().stages();
    if (!stages.isEmpty()) {
      return fit(0, stages, test, scenario);
    }
    // From one and not from none: k6 would have the only user of a scenario come at the ramp's end.
    return rampUp.isZero()
        ? fit(users, List.of(), test, scenario)
        : fit(1, List.of(new Stage("", rampUp, users)), test, scenario);
  }

  /** The rate of a scenario that has one. */
  static Profile rate(LoadTest test, Scenario scenario) {
    List<Stage> stages = scenario.pace().stages();
    double rate = scenario.pace().targetRps().orElseThrow();
    if (stages.isEmpty() && scenario.risesUntilBreach()) {
      return fit(0, List.of(new Stage("", Timing.duration(test, scenario), rate)), test, scenario);
    }
    return fit(stages.isEmpty() ? rate : 0, stages, test, scenario);
  }

  /** Stages that go on at the last level, or are cut, so that they are as long as the scenario. */
  private static Profile fit(double start, List<Stage> stages, LoadTest test, Scenario scenario) {
    Duration left = Timing.duration(test, scenario);
    List<Stage> fitted = new ArrayList<>();
    double level = start;
    for (Stage stage : stages) {
      if (stage.duration().compareTo(left) > 0) {
        double part = (double) left.toMillis() / stage.duration().toMillis();
        level = Math.round((level + (stage.target() - level) * part) * 1e6) / 1e6;
        fitted.add(new Stage("", left, level));
        left = Duration.ZERO;
        break;
      }
      fitted.add(stage);
      level = stage.target();
      left = left.minus(stage.duration());
    }
    if (!left.isZero()) {
      fitted.add(new Stage("", left, level));
    }
    return new Profile(start, fitted);
  }

  /** Whether it is the same all along. */
  boolean isConstant() {
    return stages.stream().allMatch(stage -> stage.target() == start);
  }

  /** The area below the line: iterations, when the levels are iterations per second. */
  double area() {
    double area = 0;
    double level = start;
    for (Stage stage : stages) {
      area += (level + stage.target()) / 2 * stage.duration().toMillis() / 1000;
      level = stage.target();
    }
    return area;
  }
}
