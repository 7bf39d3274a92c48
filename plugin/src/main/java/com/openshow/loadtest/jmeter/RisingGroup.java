package com.openshow.loadtest.jmeter;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread group of a scenario whose load rises. It is known from its first sample on, and only
 * in the JVM in which its threads run: the controller of a distributed test cannot stop it.
 */
final class RisingGroup implements StoppableLoad {
  private static final Logger LOG = LoggerFactory.getLogger(RisingGroup.class);

  private final String name;
  private final AtomicReference<@Nullable AbstractThreadGroup> group = new AtomicReference<>();

  RisingGroup(String name) {
    this.name = name;
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
      LOG.warn("\"{}\" runs on other machines, and goes on to its end", name);
      return;
    }
    Schedules.end(name, System.currentTimeMillis());
    running.stop();
  }

  @Override
  public void interrupt() {
    AbstractThreadGroup running = group.get();
    if (running != null) {
      running.tellThreadsToStop();
    }
  }
}
