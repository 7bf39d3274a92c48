package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Timing;
import java.util.Map;
import org.apache.jmeter.sampler.TestAction;
import org.apache.jmeter.sampler.gui.TestActionGui;
import org.apache.jmeter.timers.UniformRandomTimer;
import org.apache.jmeter.timers.gui.UniformRandomTimerGui;

/**
 * The pause of a virtual user after each request: uniform between half and one and a half times the
 * mean, which is 1 s unless {@code -Jthink_time=SECONDS} says otherwise; 0 is flat out.
 */
final class ThinkTime {
  static final String PROPERTY = "think_time";

  private ThinkTime() {}

  /** Evaluated once, at the start of the test: an expression costs too much in every iteration. */
  static Map<String, String> variables(LoadTest test, Scenario scenario) {
    if (!isPaused(test, scenario)) {
      return Map.of();
    }
    String mean = Overridable.property(scenario, PROPERTY, meanSeconds(test, scenario));
    return Map.of(
        minimum(scenario), "${__jexl3((" + mean + "*500).intValue(),)}",
        range(scenario), "${__jexl3((" + mean + "*1000).intValue(),)}");
  }

  static boolean isPaused(LoadTest test, Scenario scenario) {
    return Timing.thinkTime(test, scenario).isPresent();
  }

  private static String meanSeconds(LoadTest test, Scenario scenario) {
    return Durations.seconds(Timing.thinkTime(test, scenario).orElse(Timing.THINK_TIME));
  }

  static Node node(LoadTest test, Scenario scenario, String pointer) {
    String from =
        scenario.pace().thinkTime().isPresent() ? pointer + "/think_time" : "/defaults/think_time";
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
            "From "
                + from
                + ". A virtual user reads for a while before its next request. -J"
                + PROPERTY
                + "=SECONDS sets the mean (default "
                + meanSeconds(test, scenario)
                + "); 0 is flat out.",
            TestActionGui.class)
        .with(
            Node.of(
                timer,
                "Uniform 0.5 to 1.5 times the mean",
                "From "
                    + from
                    + ". Minimum and range in milliseconds, computed from the mean at the start.",
                UniformRandomTimerGui.class));
  }

  private static String minimum(Scenario scenario) {
    return "think_time_min_ms." + scenario.name();
  }

  private static String range(Scenario scenario) {
    return "think_time_range_ms." + scenario.name();
  }
}
