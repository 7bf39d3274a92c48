package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Scenario;
import java.util.Map;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.sampler.gui.TestActionGui;
import org.apache.jmeter.timers.UniformRandomTimer;
import org.apache.jmeter.timers.gui.UniformRandomTimerGui;

/**
 * The pause of a virtual user after each request: uniform between half and one and a half times the
 * mean, which is {@value #MEAN_SECONDS} s unless {@code -Jthink_time=SECONDS} says otherwise; 0 is
 * flat out.
 */
final class ThinkTime {
  static final String PROPERTY = "think_time";
  static final String MEAN_SECONDS = "1";

  private ThinkTime() {}

  /** Evaluated once, at the start of the test: an expression costs too much in every iteration. */
  static Map<String, String> variables(Scenario scenario) {
    String mean = Overridable.property(scenario, PROPERTY, MEAN_SECONDS);
    return Map.of(
        minimum(scenario), "${__jexl3((" + mean + "*500).intValue(),)}",
        range(scenario), "${__jexl3((" + mean + "*1000).intValue(),)}");
  }

  static Node node(Scenario scenario) {
    UniformRandomTimer timer = new UniformRandomTimer();
    timer.setDelay("${" + minimum(scenario) + "}");
    timer.setRange("${" + range(scenario) + "}");
    TestAction pause = new TestAction();
    pause.setAction(TestAction.PAUSE);
    pause.setTarget(TestAction.THREAD);
    pause.setDuration("0");
    return Node.of(
            pause,
            "Think time",
            "A virtual user reads for a while before its next request. -J"
                + PROPERTY
                + "=SECONDS sets the mean (default "
                + MEAN_SECONDS
                + "); 0 is flat out.",
            TestActionGui.class)
        .with(
            Node.of(
                timer,
                "Uniform 0.5 to 1.5 times the mean",
                "Minimum and range in milliseconds, computed from the mean at the start.",
                UniformRandomTimerGui.class));
  }

  private static String minimum(Scenario scenario) {
    return "think_time_min_ms." + scenario.name();
  }

  private static String range(Scenario scenario) {
    return "think_time_range_ms." + scenario.name();
  }
}
