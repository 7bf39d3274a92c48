package com.openshow.loadtest.jmeter;

import java.lang.reflect.Field;
import org.apache.jmeter.threads.JMeterThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a thread of JMeter was told to end. It has no method that says so, and whoever waits for
 * a long time would let the whole test wait.
 */
final class ThreadStop {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadStop.class);
  private static final @Nullable Field RUNNING = field();

  private ThreadStop() {}

  private static @Nullable Field field() {
    try {
      Field running = JMeterThread.class.getDeclaredField("running");
      running.setAccessible(true);
      return running;
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.warn("This JMeter does not tell whether a thread is to end: faults last their time", e);
      return null;
    }
  }

  static boolean isTold(JMeterThread thread) {
    try {
      return RUNNING != null && !RUNNING.getBoolean(thread);
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}
