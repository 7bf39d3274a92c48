package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.html.PlannedRate;
import com.openshow.loadtest.schedule.Profile;
import com.openshow.loadtest.schedule.Schedule;
import com.openshow.loadtest.schedule.Timetable;
import com.openshow.loadtest.slo.Pacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jmeter.threads.JMeterContext;

/** The schedules that run in this JVM, by thread group, for those who report on them. */
final class Schedules {
  /** The due time of a request that is never to be made. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int RATE_POINTS = 200;
  private static final String RESERVED = "schedule.reserved_due_time";
  private static final Map<String, Entry> RUNNING = new ConcurrentHashMap<>();
  private static final Map<String, Runnable> ANNOUNCED = new ConcurrentHashMap<>();

  /** One that runs. */
  static final class Entry {
    private final Schedule schedule;
    private final Progress progress;
    private volatile long endedAtMillis = Long.MAX_VALUE;

    Entry(Timetable timetable) {
      this.schedule = timetable.schedule();
      this.progress = new Progress(timetable);
    }

    Timetable timetable() {
      return progress.timetable();
    }

    /** When it ends; 0 when it has no end of its own. */
    long endMillis() {
      Timetable timetable = timetable();
      return timetable.durationMillis() > 0
          ? timetable.startMillis() + timetable.durationMillis()
          : 0;
    }

    /**
     * Takes the next due time, in milliseconds of the wall clock; {@link #NEVER} after the last.
     */
    long take() {
      OptionalDouble due = schedule.next();
      long duration = timetable().durationMillis();
      boolean over = due.isEmpty() || (duration > 0 && due.getAsDouble() * 1000 >= duration);
      return over ? NEVER : timetable().startMillis() + Math.round(due.getAsDouble() * 1000);
    }

    void started(long lagMillis) {
      progress.started(lagMillis);
    }

    private PlannedRate plannedRate(String scenario, long sinceMillis, long untilMillis) {
      Timetable timetable = timetable();
      Profile profile = Profile.parse(timetable.rate());
      long end = timetable.durationMillis() > 0 ? endMillis() : untilMillis;
      long length = Math.max(0, Math.min(end, endedAtMillis) - timetable.startMillis());
      List<PlannedRate.Point> points = new ArrayList<>();
      for (int i = 0; i <= RATE_POINTS; i++) {
        long millis = length * i / RATE_POINTS;
        long at = timetable.startMillis() + millis - sinceMillis;
        if (at >= 0) {
          points.add(
              new PlannedRate.Point(
                  Duration.ofMillis(at),
                  profile.level(millis / 1000.0) / timetable.arrivals().injectors()));
        }
      }
      return new PlannedRate(scenario, points);
    }

    private Pacing pacing(String scenario, long nowMillis) {
      return new Pacing(
          scenario,
          timetable().planned(Math.min(nowMillis, endedAtMillis)),
          progress.achieved(),
          progress.worstLagMillis(),
          progress.totalLagMillis());
    }
  }

  private Schedules() {}

  /** A schedule of this group that can be begun. */
  static void announce(String group, Runnable beginning) {
    ANNOUNCED.putIfAbsent(group, beginning);
  }

  /** Begins the schedule of this thread's group, if it has one and nobody has begun it. */
  static void beginAnnounced(JMeterContext context) {
    String group = context.getThreadGroup().getName();
    Runnable beginning = ANNOUNCED.get(group);
    if (beginning != null && !RUNNING.containsKey(group)) {
      beginning.run();
    }
  }

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

  /** The rate that each was to have, over the time from one moment to another. */
  static List<PlannedRate> plannedRates(long sinceMillis, long untilMillis) {
    return RUNNING.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().plannedRate(entry.getKey(), sinceMillis, untilMillis))
        .toList();
  }

  /** A new test begins. */
  static void clear() {
    RUNNING.clear();
    ANNOUNCED.clear();
  }
}
