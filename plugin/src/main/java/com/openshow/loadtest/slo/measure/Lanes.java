package com.openshow.loadtest.slo.measure;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Samples on their way from any number of threads to one recorder that is for one thread only.
 *
 * <p>A thread puts its sample into the queue of its lane and goes on: no lock, and no line of
 * memory that another one writes at the same moment. Now and then one of them finds nobody at work,
 * and carries the samples of all lanes to the recorder; the others wait for it only when so much
 * has come together that memory would run out.
 */
final class Lanes {
  private static final int LANES = 64;
  private static final int PUT_BETWEEN_VISITS = 256;

  /**
   * Some 400 KB a lane. Where threads do nothing but put, who carries gets too little of the CPU.
   */
  private static final int MOST_WAITING = 4_096;

  private final Lane[] lanes = new Lane[LANES];
  private final ReentrantLock working = new ReentrantLock();
  private final Consumer<Sample> recorder;

  private static final class Lane {
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
  }

  /**
   * Empty lanes.
   *
   * @param recorder called by one thread at a time
   */
  Lanes(Consumer<Sample> recorder) {
    this.recorder = recorder;
    for (int i = 0; i < LANES; i++) {
      lanes[i] = new Lane();
    }
  }

  void put(Sample sample) {
    Lane lane = lanes[(int) (Thread.currentThread().getId() % LANES)];
    lane.samples.add(sample);
    int waiting = lane.waiting.incrementAndGet();
    if (waiting >= MOST_WAITING) {
      settled(() -> waiting);
    } else if (waiting % PUT_BETWEEN_VISITS == 0 && working.tryLock()) {
      try {
        carry();
      } finally {
        working.unlock();
      }
    }
  }

  /** Does something with the recorder when every sample that was put by now has got there. */
  <T> T settled(Supplier<T> work) {
    working.lock();
    try {
      carry();
      return work.get();
    } finally {
      working.unlock();
    }
  }

  private void carry() {
    for (Lane lane : lanes) {
      int carried = 0;
      for (Sample sample = lane.samples.poll(); sample != null; sample = lane.samples.poll()) {
        recorder.accept(sample);
        carried++;
      }
      lane.waiting.addAndGet(-carried);
    }
  }
}
