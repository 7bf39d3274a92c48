package com.openshow.loadtest.jmeter;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread group of a scenario whose load rises. It is known from its first sample on, and only
 * in the JVM in which its threads run. The controller of a distributed test can only stop the test
 * as a whole, and does so where the plan has no other thread group.
 */
final class RisingGroup implements StoppableLoad {
  private static final Logger LOG = LoggerFactory.getLogger(RisingGroup.class);

  private final String name;
  private final RemoteTest remote;
  private final AtomicReference<@Nullable AbstractThreadGroup> group = new AtomicReference<>();
  private volatile boolean isAlone;

  RisingGroup(String name, RemoteTest remote) {
    this.name = name;
    this.remote = remote;
  }

  /** Called by a thread that has made a request of the group. */
  void seen() {
    if (group.get() == null) {
      AbstractThreadGroup current = JMeterContextService.getContext().getThreadGroup();
      if (current != null && current.getName().equals(name)) {
        group.set(current);
      }
    }
  }

  @Override
  public void stop() {
    AbstractThreadGroup running = group.get();
    if (running == null) {
      stopRemote();
      return;
    }
    Schedules.end(name, System.currentTimeMillis());
    running.stop();
  }

  private void stopRemote() {
    isAlone = RunningPlan.tree().filter(plan -> PlanLabels.of(plan).isOnly(name)).isPresent();
    if (isAlone) {
      remote.stop();
    } else {
      LOG.warn("\"{}\" goes on to its end: other groups run on the same machines", name);
    }
  }

  @Override
  public void interrupt() {
    AbstractThreadGroup running = group.get();
    if (running != null) {
      running.tellThreadsToStop();
    } else if (isAlone) {
      remote.interrupt();
    }
  }
}
