package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Schedule;
import com.openshow.loadtest.slo.Pacing;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jmeter.threads.JMeterContext;

/** The schedules that run in this JVM, by thread group, for those who report on them. */
final class Schedules {
  /** The due time of a request that is never to be made. */
  static final long NEVER = Long.MAX_VALUE;

  private static final String RESERVED = "schedule.reserved_due_time";
  private static final Map<String, Entry> RUNNING = new ConcurrentHashMap<>();

  /** What became of one schedule so far. */
  static final class Entry {
    private final Schedule schedule;
    private final long startMillis;
    private final long durationMillis;
    private volatile long endedAtMillis = Long.MAX_VALUE;
    private final LongAdder started = new LongAdder();
    private final LongAccumulator worstLag = new LongAccumulator(Math::max, 0);

    Entry(Schedule schedule, long startMillis, long durationMillis) {
      this.schedule = schedule;
      this.startMillis = startMillis;
      this.durationMillis = durationMillis;
    }

    /** When it ends; 0 when it has no end of its own. */
    long endMillis() {
      return durationMillis > 0 ? startMillis + durationMillis : 0;
    }

    /**
     * Takes the next due time, in milliseconds of the wall clock; {@link #NEVER} after the last.
     */
    long take() {
      OptionalDouble due = schedule.next();
      boolean over =
          due.isEmpty() || (durationMillis > 0 && due.getAsDouble() * 1000 >= durationMillis);
      return over ? NEVER : startMillis + Math.round(due.getAsDouble() * 1000);
    }

    void started(long lagMillis) {
      started.increment();
      worstLag.accumulate(lagMillis);
    }

    private Pacing pacing(String scenario, long nowMillis) {
      long now = Math.min(nowMillis, endedAtMillis);
      long until = durationMillis > 0 ? Math.min(now, endMillis()) : now;
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

  /**
   * Takes the due time of this thread's next request beforehand, for those who must know how long
   * it will wait; empty when its group has no schedule that runs.
   */
  static OptionalLong reserve(JMeterContext context) {
    Entry entry = RUNNING.get(context.getThreadGroup().getName());
    if (entry == null) {
      return OptionalLong.empty();
    }
    if (context.getVariables().getObject(RESERVED) instanceof Long reserved) {
      return OptionalLong.of(reserved);
    }
    long due = entry.take();
    context.getVariables().putObject(RESERVED, due);
    return OptionalLong.of(due);
  }

  /** The due time that this thread has reserved, or the next one. */
  static long take(JMeterContext context, Entry entry) {
    return context.getVariables().remove(RESERVED) instanceof Long reserved
        ? reserved
        : entry.take();
  }

  /** From now on nothing of this group's schedule is due. */
  static void end(String group, long nowMillis) {
    Entry entry = RUNNING.get(group);
    if (entry != null) {
      entry.endedAtMillis = nowMillis;
    }
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
