package com.openshow.loadtest.jmeter;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The test that runs in this JVM. It is known from its first sample on; the controller of a
 * distributed test cannot stop those of the other machines.
 */
final class RunningEngine implements StoppableLoad {
  private static final Logger LOG = LoggerFactory.getLogger(RunningEngine.class);

  private final AtomicReference<@Nullable StandardJMeterEngine> engine = new AtomicReference<>();
  private volatile boolean stoppedByUs;

  /** Called by a thread that has made a request. */
  void seen() {
    if (engine.get() == null) {
      engine.set(JMeterContextService.getContext().getEngine());
    }
  }

  /**
   * Whether somebody had it stopped: by the GUI's Stop or Shutdown, by {@code shutdown.sh} or
   * {@code stoptest.sh}, or by a sample that stops the test. Not when we did, and not when it runs
   * on other machines.
   */
  boolean wasStopped() {
    return engine.get() != null && !stoppedByUs && EngineStop.isStopped();
  }

  @Override
  public void stop() {
    stoppedByUs = true;
    StandardJMeterEngine running = engine.get();
    if (running == null) {
      LOG.warn("The test runs on other machines, and goes on to its end");
      return;
    }
    running.askThreadsToStop();
  }

  @Override
  public void interrupt() {
    StandardJMeterEngine running = engine.get();
    if (running != null) {
      running.stopTest(true);
    }
  }
}
