package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.fault.Done;
import com.openshow.loadtest.fault.Fault;
import com.openshow.loadtest.fault.FaultJournal;
import com.openshow.loadtest.fault.FaultJournal.LeftOver;
import com.openshow.loadtest.fault.RunningFault;
import com.openshow.loadtest.fault.RunningFaults;
import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jmeter.services.FileServer;
import org.apache.jmeter.util.JMeterUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The faults of the test in this JVM. They end with the test, and with the JVM: by Ctrl-C and
 * SIGTERM no thread of JMeter gets to know that it ends.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final Set<Path> TOLD = new HashSet<>();
  private static final Thread HOOK = new Thread(Faults::stopAll, "faults-interruption");

  private static RunningFaults running = new RunningFaults();
  private static int elements;

  private Faults() {}

  /** An element of a test begins. */
  static synchronized void join() {
    if (elements == 0) {
      running = new RunningFaults();
      FaultWait.reset();
      Runtime.getRuntime().addShutdownHook(HOOK);
      tellLeftOvers();
    }
    elements++;
  }

  /** The test of an element is over. */
  static void leave() {
    synchronized (Faults.class) {
      elements--;
      if (elements > 0) {
        return;
      }
    }
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(HOOK);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM is stopping, and its hook has done the same", e);
    }
  }

  /**
   * Adds one to those of the test.
   *
   * @throws IllegalArgumentException when there is one of this name
   */
  static void add(Fault fault) {
    current()
        .add(
            new RunningFault(
                fault, Clock.systemUTC(), RunningFault.Pause.SLEEP, journal(), Faults::tell));
  }

  static Optional<RunningFault> find(String name) {
    return current().find(name);
  }

  private static synchronized RunningFaults current() {
    return running;
  }

  /**
   * Switches off all that is on, and waits for that.
   *
   * @return what was switched in this test
   */
  static List<FaultSwitch> stopAll() {
    return current().stopAll().stream()
        .flatMap(
            one ->
                Stream.of(
                    switched(one.fault(), true, one.on()), switched(one.fault(), false, one.off())))
        .toList();
  }

  /** As a sample tells it: in milliseconds. */
  private static FaultSwitch switched(String fault, boolean on, Done done) {
    return new FaultSwitch(fault, on, millis(done.from()), millis(done.to()), done.succeeded());
  }

  private static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  private static void tell(Fault fault, boolean on, Done done) {
    if (done.succeeded()) {
      LOG.info("The fault {} is {}: {}", fault.name(), on ? "on" : "off", done.message());
    } else {
      Warning.say(
          "the fault "
              + fault.name()
              + " could not be switched "
              + (on ? "on: " : "off, it may still be on: ")
              + done.message());
    }
  }

  private static FaultJournal journal() {
    String folder = JMeterUtils.getPropDefault(LoadTestProperties.FAULTS_JOURNAL, "").strip();
    return new FaultJournal(
        folder.isEmpty()
            ? FaultJournal.standardFolder(
                System.getenv().getOrDefault("XDG_STATE_HOME", ""),
                Path.of(System.getProperty("user.home", ".")))
            : Path.of(folder),
        Objects.requireNonNullElse(FileServer.getFileServer().getScriptName(), "a plan"),
        ProcessHandle.current(),
        Warning::say);
  }

  /** Says, once, which faults of runs that were killed may still be on. */
  static synchronized void tellLeftOvers() {
    for (LeftOver left : journal().leftOvers()) {
      if (TOLD.add(left.file())) {
        Warning.say(
            "the fault "
                + left.fault()
                + " of an earlier run ("
                + left.run()
                + ", "
                + left.since()
                + ") may still be on, since that run was killed. To switch it off: "
                + left.stop()
                + ". Then delete "
                + left.file());
      }
    }
  }
}
