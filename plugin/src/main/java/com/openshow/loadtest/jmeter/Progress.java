package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Timetable;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What became of one injector's schedule so far. Safe for any number of threads. */
final class Progress {
  private final Timetable timetable;
  private final LongAdder started = new LongAdder();
  private final LongAdder totalLag = new LongAdder();
  private final LongAccumulator worstLag = new LongAccumulator(Math::max, 0);

  Progress(Timetable timetable) {
    this.timetable = timetable;
  }

  Timetable timetable() {
    return timetable;
  }

  void started(long lagMillis) {
    started.increment();
    totalLag.add(lagMillis);
    worstLag.accumulate(lagMillis);
  }

  long achieved() {
    return started.sum();
  }

  long worstLagMillis() {
    return worstLag.get();
  }

  long totalLagMillis() {
    return totalLag.sum();
  }
}
