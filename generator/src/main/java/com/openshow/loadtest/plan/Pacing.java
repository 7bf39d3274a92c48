package com.openshow.loadtest.plan;

import com.openshow.loadtest.jmeter.ScheduleTimer;
import com.openshow.loadtest.jmeter.StageTimer;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Scenario;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.sampler.gui.TestActionGui;

/** What makes requests start when they are due, and virtual users work when they are wanted. */
final class Pacing {
  private Pacing() {}

  /** The timer of the target rate; empty when the scenario has none. */
  static Optional<Node> schedule(LoadTest test, Scenario scenario, String pointer) {
    Pace pace = scenario.pace();
    if (pace.targetRps().isEmpty()) {
      return Optional.empty();
    }
    ScheduleTimer timer = new ScheduleTimer();
    timer.setProperty(
        "rate", Overridable.property("target_rps." + scenario.name(), rate(test, scenario)));
    timer.setProperty("poisson", pace.poisson());
    timer.setProperty("seed", Overridable.property(scenario, "seed", ""));
    return Optional.of(
        Node.ofBean(
            timer,
            "Target rate " + plain(pace.targetRps().getAsDouble()) + " per second",
            "One schedule for all virtual users. From " + pointer + "/target_rps"));
  }

  private static String rate(LoadTest test, Scenario scenario) {
    Pace pace = scenario.pace();
    if (!pace.stages().isEmpty()) {
      // A comma would end the function's argument.
      return stages(pace).replace(",", "\\,");
    }
    String target = plain(pace.targetRps().orElseThrow());
    return scenario.risesUntilBreach()
        ? ThreadGroups.seconds(test, scenario) + "s:" + target
        : target;
  }

  /** The gate of the stages' virtual users; empty when the scenario has none. */
  static Optional<Node> stages(Scenario scenario, String pointer) {
    Pace pace = scenario.pace();
    if (pace.stages().isEmpty() || pace.targetRps().isPresent()) {
      return Optional.empty();
    }
    StageTimer timer = new StageTimer();
    timer.setProperty("stages", stages(pace));
    TestAction gate = new TestAction();
    gate.setAction(TestAction.PAUSE);
    gate.setTarget(TestAction.THREAD);
    gate.setDuration("0");
    return Optional.of(
        Node.of(
                gate,
                "Stages",
                "Virtual users above the stage's number wait here. From " + pointer + "/stages",
                TestActionGui.class)
            .with(Node.ofBean(timer, "Stage Timer", "From " + pointer + "/stages")));
  }

  private static String stages(Pace pace) {
    return pace.stages().stream()
        .map(stage -> Durations.seconds(stage.duration()) + "s:" + plain(stage.target()))
        .collect(Collectors.joining(","));
  }

  private static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
