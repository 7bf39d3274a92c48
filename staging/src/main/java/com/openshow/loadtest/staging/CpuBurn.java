package com.openshow.loadtest.staging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that compute for nothing, until they are closed or the process ends. They take what
 * nobody else wants: requests are answered as fast as before, and only the processor time tells.
 */
final class CpuBurn implements AutoCloseable {
  /** Short beside the interval of any scrape, long beside what a pause costs. */
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final long busyNanos;
  private volatile boolean on = true;

  /**
   * @param threads how many
   * @param ratio which share of the time each is busy, 0..1
   */
  CpuBurn(int threads, double ratio) {
    this.busyNanos = Math.round(PERIOD_NANOS * ratio);
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(this::burn, "cpu-burn-" + i);
      // The process must be able to end although a fault is on.
      thread.setDaemon(true);
      thread.start();
    }
  }

  // Nothing waits here for another thread: where a scheduler ignores it, requests become slower.
  @SuppressWarnings("ThreadPriorityCheck")
  private void burn() {
    while (on) {
      long begun = System.nanoTime();
      while (on && System.nanoTime() - begun < busyNanos) {
        // Whoever wakes up would wait for this thread's slice to end, some milliseconds each time.
        Thread.yield();
      }
      LockSupport.parkNanos(PERIOD_NANOS - (System.nanoTime() - begun));
    }
  }

  @Override
  public void close() {
    on = false;
  }
}
