package com.openshow.loadtest.jmeter;

import java.time.Duration;

/**
 * Stops a load once: virtual users end what they are doing, and those who still wait after that are
 * woken up. One thread only.
 */
final class LoadStop {
  /** So long after they were asked to end, virtual users are woken up. */
  private static final long PATIENCE_MILLIS = Duration.ofSeconds(5).toMillis();

  private final StoppableLoad load;
  private long stoppedAtMillis = Long.MAX_VALUE;
  private boolean interrupted;

  LoadStop(StoppableLoad load) {
    this.load = load;
  }

  boolean isStopped() {
    return stoppedAtMillis != Long.MAX_VALUE;
  }

  void stop(long nowMillis) {
    stoppedAtMillis = nowMillis;
    load.stop();
  }

  /** Called again and again after {@link #stop}. */
  void insist(long nowMillis) {
    if (!interrupted && nowMillis - stoppedAtMillis >= PATIENCE_MILLIS) {
      interrupted = true;
      load.interrupt();
    }
  }
}
