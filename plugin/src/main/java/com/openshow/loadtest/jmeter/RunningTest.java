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
final class RunningTest implements BreakpointGuard.Load {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTest.class);

  private final AtomicReference<@Nullable StandardJMeterEngine> engine = new AtomicReference<>();

  /** Called by a thread that has made a request. */
  void seen() {
    if (engine.get() == null) {
      engine.set(JMeterContextService.getContext().getEngine());
    }
  }

  @Override
  public void stop() {
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
