package com.openshow.loadtest.jmeter;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;

/**
 * How the thread of a fault waits: no longer than the test goes on, and than there is a load that
 * the fault could meet.
 */
final class FaultWait {
  private static final long LOOK_MILLIS = 100;

  /** A thread that has just begun may not be counted yet. */
  private static final int LOOKS_WITHOUT_LOAD = 10;

  // Those of all faults: they are no load.
  private static final AtomicInteger ALIVE = new AtomicInteger();
  private static final AtomicInteger EVER = new AtomicInteger();

  private final JMeterThread thread;
  private int looksWithoutLoad;

  FaultWait(JMeterThread thread) {
    this.thread = thread;
  }

  /** A new test begins. */
  static void reset() {
    ALIVE.set(0);
    EVER.set(0);
  }

  /** A thread of a fault begins. */
  static void threadStarted() {
    EVER.incrementAndGet();
    ALIVE.incrementAndGet();
  }

  /** A thread of a fault ends. */
  static void threadFinished() {
    ALIVE.decrementAndGet();
  }

  /**
   * Waits until so much time has gone by.
   *
   * @param sinceNanos a value of {@link System#nanoTime} from which the time counts
   * @return false when there is nothing to wait for any more
   */
  boolean until(long sinceNanos, Duration time) {
    while (true) {
      long left = time.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sinceNanos);
      if (left <= 0) {
        return true;
      }
      if (ThreadStop.isTold(thread) || isWithoutLoad()) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(Math.min(left, LOOK_MILLIS));
      } catch (InterruptedException e) {
        // JMeter's thread looks at the flag.
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Whether all threads of the load have ended; a test that has none may be anybody's. */
  private boolean isWithoutLoad() {
    int all = JMeterContextService.getTotalThreads();
    int left = all - JMeterContextService.getThreadCounts().finishedThreads;
    looksWithoutLoad = all > EVER.get() && left <= ALIVE.get() ? looksWithoutLoad + 1 : 0;
    return looksWithoutLoad >= LOOKS_WITHOUT_LOAD;
  }
}
