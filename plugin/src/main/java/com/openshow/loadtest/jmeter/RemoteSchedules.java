package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.schedule.Timetable;
import com.openshow.loadtest.slo.Pacing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleResult;

/** The schedules that run in other JVMs, as the samples that arrive from there tell of them. */
final class RemoteSchedules {
  private final Map<Key, Progress> seen = new ConcurrentHashMap<>();

  /** An injector's schedule: those of two hosts that were given the same number are two. */
  private record Key(String scenario, String host, String timetable) {}

  /**
   * Lets a sample travel with its schedule. Of the texts that JMeter always sends, the name of a
   * file is the one that nobody sets but "Save Responses to a file", and results files leave out.
   */
  static void mark(SampleResult result, Timetable timetable) {
    result.setResultFileName(timetable.text());
  }

  void record(SampleEvent event) {
    SampleResult sample = event.getResult();
    String mark = sample.getResultFileName();
    if (mark == null || mark.isEmpty()) {
      return;
    }
    Key key = new Key(event.getThreadGroup(), String.valueOf(event.getHostname()), mark);
    Progress progress = seen.get(key);
    if (progress == null) {
      Timetable timetable = Timetable.parse(mark).orElse(null);
      if (timetable == null) {
        return;
      }
      progress = seen.computeIfAbsent(key, absent -> new Progress(timetable));
    }
    progress.started(sample.getIdleTime());
  }

  /** How well all injectors of each scenario together keep to their plan, until now. */
  List<Pacing> pacing(long nowMillis) {
    return seen.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getKey().scenario(),
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .entrySet()
        .stream()
        .map(entry -> sum(entry.getKey(), entry.getValue(), nowMillis))
        .toList();
  }

  private static Pacing sum(String scenario, Collection<Progress> parts, long nowMillis) {
    Map<Integer, Timetable> timetables = new TreeMap<>();
    parts.forEach(
        part -> timetables.putIfAbsent(part.timetable().arrivals().injector(), part.timetable()));
    Timetable one = timetables.values().iterator().next();
    double planned = 0;
    for (int injector = 1; injector <= one.arrivals().injectors(); injector++) {
      // What an injector was to do of which nothing was heard is planned all the same.
      planned += timetables.getOrDefault(injector, one.of(injector)).planned(nowMillis);
    }
    return new Pacing(
        scenario,
        planned,
        parts.stream().mapToLong(Progress::achieved).sum(),
        parts.stream().mapToLong(Progress::worstLagMillis).max().orElse(0),
        parts.stream().mapToLong(Progress::totalLagMillis).sum());
  }
}
