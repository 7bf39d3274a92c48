package com.openshow.loadtest.slo.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that was measured in a run.
 *
 * @param startedAt when the run began
 * @param endedAt when it ended, not before {@code startedAt}
 * @param statistics what was counted, by key
 * @param parts the same by successive windows of time, those without samples left out; empty where
 *     nobody kept them
 * @param details the same by shorter windows, for the keys whose windows somebody asked for
 * @param began when the first request of each scenario began, those of its warm-up and those that
 *     prepare virtual users included
 * @param faults which faults were switched on and off, and when, by time
 */
public record Measurement(
    Instant startedAt,
    Instant endedAt,
    Map<SampleKey, LabelStatistics> statistics,
    List<Measurement> parts,
    List<Measurement> details,
    Map<String, Instant> began,
    List<FaultSwitch> faults) {
  public Measurement {
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "endedAt must not be before startedAt " + startedAt + ", but was " + endedAt);
    }
    statistics = Map.copyOf(statistics);
    parts = List.copyOf(parts);
    details = List.copyOf(details);
    began = Map.copyOf(began);
    faults = faults.stream().distinct().sorted().toList();
  }

  /** What was measured, without parts. */
  public Measurement(
      Instant startedAt, Instant endedAt, Map<SampleKey, LabelStatistics> statistics) {
    this(startedAt, endedAt, statistics, List.of());
  }

  /** What was measured, without details. */
  public Measurement(
      Instant startedAt,
      Instant endedAt,
      Map<SampleKey, LabelStatistics> statistics,
      List<Measurement> parts) {
    this(startedAt, endedAt, statistics, parts, List.of(), Map.of(), List.of());
  }

  /** The same up to another end, not before {@link #startedAt}. */
  public Measurement until(Instant end) {
    return new Measurement(startedAt, end, statistics, parts, details, began, faults);
  }

  /** How long it took. */
  public Duration time() {
    return Duration.between(startedAt, endedAt);
  }

  /**
   * When the first request of a scenario began.
   *
   * @param scenario its name; empty for the whole run
   */
  public Instant began(String scenario) {
    Instant first = began.values().stream().min(Comparator.naturalOrder()).orElse(startedAt);
    return began.getOrDefault(scenario, first);
  }

  /** The exact merge of everything counted under the keys that {@code selected} accepts. */
  public LabelStatistics select(Predicate<SampleKey> selected) {
    return select(selected, EnumSet.allOf(Timing.class));
  }

  /**
   * The same of some times only, which takes as much less.
   *
   * @param timings {@link Timing#RESPONSE}, and what is wanted besides
   */
  public LabelStatistics select(Predicate<SampleKey> selected, Set<Timing> timings) {
    return statistics.entrySet().stream()
        .filter(entry -> selected.test(entry.getKey()))
        .map(entry -> entry.getValue().only(timings))
        .reduce(LabelStatistics::merge)
        .orElseGet(LabelStatistics::none);
  }

  /** The same of some keys and times only, without parts. */
  public Measurement only(Predicate<SampleKey> keys, Set<Timing> timings) {
    Map<SampleKey, LabelStatistics> some = new HashMap<>();
    statistics.forEach(
        (key, value) -> {
          if (keys.test(key)) {
            some.put(key, value.only(timings));
          }
        });
    return new Measurement(startedAt, endedAt, some);
  }

  /** The exact merge of the two: what a measurement of both times would have counted. */
  public Measurement merge(Measurement other) {
    Map<SampleKey, LabelStatistics> sum = new HashMap<>(statistics);
    other.statistics.forEach((key, value) -> sum.merge(key, value, LabelStatistics::merge));
    return new Measurement(
        startedAt.isBefore(other.startedAt) ? startedAt : other.startedAt,
        endedAt.isAfter(other.endedAt) ? endedAt : other.endedAt,
        sum,
        Stream.concat(parts.stream(), other.parts.stream()).toList(),
        Stream.concat(details.stream(), other.details.stream()).toList(),
        earliest(began, other.began),
        Stream.concat(faults.stream(), other.faults.stream()).toList());
  }

  private static Map<String, Instant> earliest(
      Map<String, Instant> some, Map<String, Instant> others) {
    Map<String, Instant> all = new HashMap<>(some);
    others.forEach((scenario, at) -> all.merge(scenario, at, (a, b) -> a.isBefore(b) ? a : b));
    return all;
  }
}
