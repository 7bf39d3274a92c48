package com.openshow.loadtest.jmeter;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.jmeter.JMeter;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.threads.JMeterContextService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a test whose data cannot be made: it would measure how requests without are refused. */
final class DataStop {
  private static final Logger LOG = LoggerFactory.getLogger(DataStop.class);

  private static final AtomicReference<@Nullable StandardJMeterEngine> STOPPED =
      new AtomicReference<>();

  private DataStop() {}

  /** Says why, once for all threads where they look, and ends the test. */
  static void stop(String name, IllegalArgumentException e) {
    StandardJMeterEngine engine = JMeterContextService.getContext().getEngine();
    String message = "\"" + name + "\": " + e.getMessage();
    if (engine == null) {
      LOG.error("{}", message);
      return;
    }
    if (STOPPED.getAndSet(engine) != engine) {
      LOG.error("{}. The test stops.", message);
      if (JMeter.isNonGUI()) {
        System.err.println("error: " + message + ". The test stops.");
      }
    }
    engine.askThreadsToStop();
  }
}
