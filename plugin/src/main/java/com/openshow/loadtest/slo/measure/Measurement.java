package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * All that was measured in a run.
 *
 * @param startedAt when the run began
 * @param endedAt when it ended, not before {@code startedAt}
 * @param statistics what was counted, by key
 */
public record Measurement(
    Instant startedAt, Instant endedAt, Map<SampleKey, LabelStatistics> statistics) {
  public Measurement {
    if (endedAt.isBefore(startedAt)) {
      throw new IllegalArgumentException(
          "endedAt must not be before startedAt " + startedAt + ", but was " + endedAt);
    }
    statistics = Map.copyOf(statistics);
  }

  /** The exact merge of everything counted under the keys that {@code selected} accepts. */
  public LabelStatistics select(Predicate<SampleKey> selected) {
    return statistics.entrySet().stream()
        .filter(entry -> selected.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(LabelStatistics::merge)
        .orElseGet(LabelStatistics::none);
  }

  /** The exact merge of the two: what a measurement of both times would have counted. */
  public Measurement merge(Measurement other) {
    Map<SampleKey, LabelStatistics> sum = new HashMap<>(statistics);
    other.statistics.forEach((key, value) -> sum.merge(key, value, LabelStatistics::merge));
    return new Measurement(
        startedAt.isBefore(other.startedAt) ? startedAt : other.startedAt,
        endedAt.isAfter(other.endedAt) ? endedAt : other.endedAt,
        sum);
  }
}
