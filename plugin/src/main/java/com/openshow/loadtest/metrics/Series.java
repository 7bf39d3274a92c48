package com.openshow.loadtest.metrics;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one thing was over time.
 *
 * @param labels what tells it from others, sorted by name; {@code __name__} is the metric's name
 * @param points in the order of time, no two of one moment
 */
public record Series(Map<String, String> labels, List<Point> points) {
  /** The label that holds the metric's name. */
  public static final String NAME = "__name__";

  public Series {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    points = List.copyOf(points);
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).millis() <= points.get(i - 1).millis()) {
        throw new IllegalArgumentException(
            "points must follow each other, but one of "
                + points.get(i).millis()
                + " follows one of "
                + points.get(i - 1).millis());
      }
    }
  }

  /** As Prometheus writes it, such as <code>up{instance="a",job="b"}</code>. */
  public String text() {
    String others =
        labels.entrySet().stream()
            .filter(label -> !label.getKey().equals(NAME))
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
            .collect(Collectors.joining(","));
    return labels.getOrDefault(NAME, "") + '{' + others + '}';
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
