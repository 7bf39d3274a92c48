package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueDataException;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.apache.jmeter.threads.JMeterContextService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a test whose data cannot be unique: what it measured would be refusals of duplicates. */
final class UniqueStop {
  private static final Logger LOG = LoggerFactory.getLogger(UniqueStop.class);

  private UniqueStop() {}

  static void stop(String name, UniqueDataException e) {
    StandardJMeterEngine engine = JMeterContextService.getContext().getEngine();
    LOG.error("\"{}\": {}{}", name, e.getMessage(), engine == null ? "" : ". The test stops.");
    if (engine != null) {
      engine.askThreadsToStop();
    }
  }
}
