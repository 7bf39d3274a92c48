package com.openshow.loadtest.jmeter;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;

/**
 * The test that runs: in this JVM, where it is known from its first sample on, or on the other
 * machines of a distributed test.
 */
final class RunningEngine implements StoppableLoad {
  private final AtomicReference<@Nullable StandardJMeterEngine> engine = new AtomicReference<>();
  private final RemoteTest remote = new RemoteTest();
  private volatile boolean stoppedByUs;

  /** The parts on other machines. */
  RemoteTest remote() {
    return remote;
  }

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
    remote.stop();
    StandardJMeterEngine running = engine.get();
    if (running != null) {
      running.askThreadsToStop();
    }
  }

  @Override
  public void interrupt() {
    remote.interrupt();
    StandardJMeterEngine running = engine.get();
    if (running != null) {
      running.stopTest(true);
    }
  }
}
