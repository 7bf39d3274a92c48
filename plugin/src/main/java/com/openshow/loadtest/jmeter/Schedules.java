package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Schedule;
import com.openshow.loadtest.slo.Pacing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** The schedules that run in this JVM, by thread group, for those who report on them. */
final class Schedules {
  private static final Map<String, Entry> RUNNING = new ConcurrentHashMap<>();

  /** What became of one schedule so far. */
  static final class Entry {
    private final Schedule schedule;
    private final long startMillis;
    private final long durationMillis;
    private final LongAdder started = new LongAdder();
    private final LongAccumulator worstLag = new LongAccumulator(Math::max, 0);

    Entry(Schedule schedule, long startMillis, long durationMillis) {
      this.schedule = schedule;
      this.startMillis = startMillis;
      this.durationMillis = durationMillis;
    }

    Schedule schedule() {
      return schedule;
    }

    long startMillis() {
      return startMillis;
    }

    /** When it ends; 0 when it has no end of its own. */
    long endMillis() {
      return durationMillis > 0 ? startMillis + durationMillis : 0;
    }

    /** Whether it has ended by this many seconds from its start. */
    boolean isOver(double seconds) {
      return durationMillis > 0 && seconds * 1000 >= durationMillis;
    }

    void started(long lagMillis) {
      started.increment();
      worstLag.accumulate(lagMillis);
    }

    private Pacing pacing(String scenario, long nowMillis) {
      long until = durationMillis > 0 ? Math.min(nowMillis, endMillis()) : nowMillis;
      return new Pacing(
          scenario,
          // The first is due at once, so a fraction of a gap has begun another request.
          Math.ceil(schedule.planned((until - startMillis) / 1000.0) - 1e-6),
          started.sum(),
          worstLag.get());
    }
  }

  private Schedules() {}

  static void begin(String group, Entry entry) {
    RUNNING.put(group, entry);
  }

  /** How well each keeps to its plan, until now. */
  static List<Pacing> pacing(long nowMillis) {
    return RUNNING.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().pacing(entry.getKey(), nowMillis))
        .toList();
  }

  /** A new test begins. */
  static void clear() {
    RUNNING.clear();
  }
}
