package com.openshow.loadtest.jmeter;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that looks at a run again and again: never in the way of the threads that make the load,
 * and less often when a look takes long.
 */
final class Watch implements AutoCloseable {
  /** At least so many times as long as a look lasts, the thread rests after it. */
  private static final long REST = 9;

  private static final long PATIENCE_MILLIS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Runnable look;
  private final Duration first;
  private final Duration period;
  private final Thread thread;

  private Watch(String name, Duration first, Duration period, Runnable look) {
    this.look = look;
    this.first = first;
    this.period = period;
    this.thread = new Thread(this::run, name);
  }

  /**
   * Begins to watch.
   *
   * @param first until the first look
   * @param period from one look to the next
   */
  static Watch start(String name, Duration first, Duration period, Runnable look) {
    Watch watch = new Watch(name, first, period, look);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  private void run() {
    try {
      long pause = first.toMillis();
      while (!Thread.currentThread().isInterrupted()) {
        TimeUnit.MILLISECONDS.sleep(pause);
        long start = System.nanoTime();
        look.run();
        pause =
            pauseMillis(
                period.toMillis(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The run goes on, but {} does not look at it any more", thread.getName(), e);
    }
  }

  /** How long to rest: a look never takes more than a tenth of the time. */
  static long pauseMillis(long periodMillis, long lookMillis) {
    return Math.max(periodMillis - lookMillis, REST * lookMillis);
  }

  /** Ends it, after a look that is being taken; does not wait for that. */
  void end() {
    thread.interrupt();
  }

  /** Ends it, and waits for a look that is being taken, but not for long. */
  @Override
  public void close() {
    end();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
