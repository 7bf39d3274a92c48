package com.openshow.loadtest.jmeter;

import java.lang.reflect.Field;
import org.apache.jmeter.engine.StandardJMeterEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether JMeter's engine was told to stop. It has no method that says so; but it keeps itself in a
 * field so that others can stop it, and empties the field when they have.
 */
final class EngineStop {
  private static final Logger LOG = LoggerFactory.getLogger(EngineStop.class);

  private EngineStop() {}

  /** Asked at the end of a test in this JVM. */
  static boolean isStopped() {
    try {
      Field engine = StandardJMeterEngine.class.getDeclaredField("engine");
      engine.setAccessible(true);
      return engine.get(null) == null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("This JMeter does not tell whether the test was stopped before its end", e);
      return false;
    }
  }
}
