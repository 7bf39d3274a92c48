package com.openshow.loadtest.plan;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Timing;
import com.openshow.loadtest.scenario.Work;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.control.gui.LoopControlPanel;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.StringProperty;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jmeter.threads.gui.ThreadGroupGui;

/** The thread group of a scenario: how many virtual users, from when, for how long. */
final class ThreadGroups {
  private ThreadGroups() {}

  static Node node(LoadTest test, Scenario scenario, Dialect dialect, String pointer) {
    return Node.of(
        group(test, scenario, dialect),
        scenario.name(),
        scenario.type().label() + ". From " + pointer,
        ThreadGroupGui.class);
  }

  private static ThreadGroup group(LoadTest test, Scenario scenario, Dialect dialect) {
    Pace pace = scenario.pace();
    LoopController loop = new LoopController();
    loop.setLoops(LoopController.INFINITE_LOOP_COUNT);
    loop.setProperty(TestElement.GUI_CLASS, LoopControlPanel.class.getName());
    loop.setProperty(TestElement.TEST_CLASS, LoopController.class.getName());
    loop.setName("Until the duration is over");
    ThreadGroup group = new ThreadGroup();
    group.setSamplerController(loop);
    String vus =
        Overridable.property("vus." + scenario.name(), Integer.toString(scenario.targetVus()));
    group.setProperty(AbstractThreadGroup.NUM_THREADS, dialect.share(vus));
    group.setProperty(
        ThreadGroup.RAMP_TIME, Overridable.property(scenario, "ramp_up", rampUp(test, scenario)));
    group.setScheduler(true);
    group.setProperty(ThreadGroup.DURATION, seconds(test, scenario));
    if (!pace.startAfter().isZero()) {
      group.setProperty(
          ThreadGroup.DELAY,
          Overridable.property(scenario, "start_after", Durations.wholeSeconds(pace.startAfter())));
    }
    // The same user all along: its connections stay open from one iteration to the next.
    group.setIsSameUserOnNextIteration(true);
    group.setProperty(
        new StringProperty(
            AbstractThreadGroup.ON_SAMPLE_ERROR,
            scenario.work() instanceof Work.Flow
                ? AbstractThreadGroup.ON_SAMPLE_ERROR_START_NEXT_LOOP
                : AbstractThreadGroup.ON_SAMPLE_ERROR_CONTINUE));
    return group;
  }

  /** How many seconds the scenario runs, as an expression. */
  static String seconds(LoadTest test, Scenario scenario) {
    return Overridable.property(
        scenario, "duration", Durations.wholeSeconds(Timing.duration(test, scenario)));
  }

  private static String rampUp(LoadTest test, Scenario scenario) {
    Pace pace = scenario.pace();
    boolean allAlong =
        scenario.risesUntilBreach()
            && pace.rampUp().isEmpty()
            && pace.stages().isEmpty()
            && pace.targetRps().isEmpty();
    // However long the run is made.
    return allAlong ? seconds(test, scenario) : Durations.seconds(Timing.rampUp(test, scenario));
  }
}
