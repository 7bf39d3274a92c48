package com.openshow.loadtest.staging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Threads that compute for nothing, until they are closed or the process ends. */
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

  private void burn() {
    while (on) {
      long begun = System.nanoTime();
      while (on && System.nanoTime() - begun < busyNanos) {
        Thread.onSpinWait();
      }
      LockSupport.parkNanos(PERIOD_NANOS - (System.nanoTime() - begun));
    }
  }

  @Override
  public void close() {
    on = false;
  }
}
