package com.openshow.loadtest.metrics.promql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.PrometheusServer;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.series.GoNumber;
import com.openshow.loadtest.metrics.series.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a query gives over a time: for each series its values, or that it is an error.
 *
 * @param series by their labels, and by the time in milliseconds
 * @param error what is said instead
 */
record Answer(Map<String, Map<Long, Double>> series, Optional<String> error) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * When a query is asked for.
   *
   * @param start in milliseconds since 1970
   */
  record Grid(long start, long stepMillis, int steps) {
    TimeRange range() {
      return new TimeRange(
          Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + stepMillis * (steps - 1)));
    }
  }

  static Answer ofOurs(SeriesStore store, String query, Grid grid) {
    try {
      Duration step = Duration.ofMillis(grid.stepMillis());
      Budget budget = new Budget(System::nanoTime, Duration.ofMinutes(1), 1_000_000);
      return of(PromQl.parse(query).over(store, grid.range(), step, budget));
    } catch (PromQlException | EvaluationException e) {
      return new Answer(Map.of(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static Answer of(List<Series> series) {
    Map<String, Map<Long, Double>> all = new TreeMap<>();
    for (Series one : series) {
      Map<Long, Double> points = new TreeMap<>();
      for (Point point : one.points()) {
        points.put(point.millis(), point.value());
      }
      all.put(one.text(), points);
    }
    return new Answer(all, Optional.empty());
  }

  static Answer ofPrometheus(PrometheusServer server, String query, Grid grid) {
    String body =
        server.ask(
            "/api/v1/query_range",
            Map.of(
                "query", query,
                "start", seconds(grid.start()),
                "end", seconds(grid.range().to().toEpochMilli()),
                "step", seconds(grid.stepMillis())));
    try {
      JsonNode answer = JSON.readTree(body);
      if (!answer.path("status").asText().equals("success")) {
        return new Answer(Map.of(), Optional.of(answer.path("error").asText()));
      }
      List<Series> series = new ArrayList<>();
      for (JsonNode one : answer.path("data").path("result")) {
        Map<String, String> labels = new TreeMap<>();
        one.path("metric")
            .fields()
            .forEachRemaining(label -> labels.put(label.getKey(), label.getValue().asText()));
        List<Point> points = new ArrayList<>();
        for (JsonNode point : one.path("values")) {
          points.add(
              new Point(
                  Math.round(point.get(0).asDouble() * 1000),
                  GoNumber.parse(point.get(1).asText()).orElseThrow()));
        }
        series.add(new Series(labels, points));
      }
      return of(series);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }

  private static String seconds(long millis) {
    return millis / 1000 + "." + String.valueOf(1000 + millis % 1000).substring(1);
  }

  /** Where another differs from this by more than 1e-9 of the value; empty when nowhere. */
  Optional<String> differenceTo(Answer other) {
    if (error.isPresent() != other.error.isPresent()) {
      return Optional.of("error " + error + " against " + other.error);
    }
    if (!series.keySet().equals(other.series.keySet())) {
      return Optional.of("series " + series.keySet() + " against " + other.series.keySet());
    }
    for (Map.Entry<String, Map<Long, Double>> one : series.entrySet()) {
      Map<Long, Double> theirs = other.series.getOrDefault(one.getKey(), Map.of());
      if (!one.getValue().keySet().equals(theirs.keySet())) {
        return Optional.of(one.getKey() + " at " + one.getValue() + " against " + theirs);
      }
      for (Map.Entry<Long, Double> point : one.getValue().entrySet()) {
        double their = theirs.getOrDefault(point.getKey(), Double.NaN);
        if (!close(point.getValue(), their)) {
          return Optional.of(
              one.getKey()
                  + " at "
                  + point.getKey()
                  + ": "
                  + point.getValue()
                  + " against "
                  + their);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean close(double a, double b) {
    // What should be 0 is the rest of a sum of numbers about 1: 1e-12 is nothing.
    return Double.compare(a, b) == 0
        || a == b
        || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
        || Math.abs(a - b) <= 1e-12;
  }
}
