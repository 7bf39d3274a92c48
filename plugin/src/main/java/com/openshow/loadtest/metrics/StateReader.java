package com.openshow.loadtest.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the histories of instances from the samples of a state metric. */
final class StateReader {
  /** Stands for a moment at which more than one state is told. */
  private static final String UNCLEAR = "";

  private final StateMetric metric;
  private final TimeRange range;
  private final Map<Map<String, String>, TreeMap<Long, String>> instances = new LinkedHashMap<>();

  private StateReader(StateMetric metric, TimeRange range) {
    this.metric = metric;
    this.range = range;
  }

  /** The histories of all instances that were seen in some state. */
  static List<StateHistory> read(StateMetric metric, List<Series> all, TimeRange range) {
    StateReader reader = new StateReader(metric, range);
    all.forEach(reader::add);
    List<StateHistory> histories = new ArrayList<>();
    reader.instances.forEach(
        (labels, states) -> {
          states.values().removeIf(UNCLEAR::equals);
          if (!states.isEmpty()) {
            histories.add(new StateHistory(labels, states, range));
          }
        });
    return histories;
  }

  private void add(Series series) {
    Map<String, String> labels = new TreeMap<>(series.labels());
    labels.remove(Series.NAME);
    if (metric instanceof StateMetric.ByLabel byLabel) {
      String state = labels.remove(byLabel.label());
      if (state != null) {
        series.points().stream()
            .filter(point -> point.value() == 1)
            .forEach(point -> put(labels, point, state));
      }
    } else if (metric instanceof StateMetric.ByValue byValue) {
      labels.keySet().removeAll(byValue.besides());
      series.points().stream()
          .filter(point -> Double.isFinite(point.value()))
          .forEach(point -> put(labels, point, name(byValue, point.value())));
    }
  }

  private static String name(StateMetric.ByValue metric, double value) {
    long number = Math.round(value);
    String unnamed = "state " + String.format(Locale.ROOT, value == number ? "%.0f" : "%s", value);
    return value == number ? metric.names().getOrDefault(number, unnamed) : unnamed;
  }

  private void put(Map<String, String> labels, Point point, String state) {
    if (range.contains(point.millis())) {
      instances
          .computeIfAbsent(labels, instance -> new TreeMap<>())
          .merge(point.millis(), state, (one, other) -> one.equals(other) ? one : UNCLEAR);
    }
  }
}
