package com.openshow.loadtest.jmeter;

import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a test whose data cannot be made: it would measure how requests without are refused. */
final class DataStop {
  private static final Logger LOG = LoggerFactory.getLogger(DataStop.class);

  private DataStop() {}

  static void stop(String name, IllegalArgumentException e) {
    StandardJMeterEngine engine = JMeterContextService.getContext().getEngine();
    LOG.error("\"{}\": {}{}", name, e.getMessage(), engine == null ? "" : ". The test stops.");
    if (engine != null) {
      engine.askThreadsToStop();
    }
  }
}
