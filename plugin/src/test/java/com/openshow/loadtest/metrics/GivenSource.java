package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source that answers what it was given. */
final class GivenSource implements MetricsSource {
  static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  static final Duration STEP = Duration.ofSeconds(1);

  private final Map<String, Reading> answers = new HashMap<>();

  /** 21 moments, a second apart. */
  static TimeRange range() {
    return new TimeRange(START, START.plusSeconds(20));
  }

  /** A source that answers every question with these series. */
  GivenSource with(String query, Series... series) {
    answers.put(query, new Reading.Values(List.of(series), STEP, List.of(), List.of()));
    return this;
  }

  GivenSource with(String query, Reading reading) {
    answers.put(query, reading);
    return this;
  }

  /** A series with a value a second; null is none. */
  static Series series(Map<String, String> labels, @Nullable Double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        points.add(new Point(START.toEpochMilli() + 1000L * i, values[i]));
      }
    }
    return new Series(labels, points);
  }

  /** As often the same value. */
  static Double[] times(int times, double value) {
    Double[] values = new Double[times];
    Arrays.fill(values, value);
    return values;
  }

  /** One after the other. */
  static @Nullable Double[] then(@Nullable Double[]... parts) {
    return Arrays.stream(parts).flatMap(java.util.Arrays::stream).toArray(Double[]::new);
  }

  /** As many moments without a value. */
  static @Nullable Double[] none(int times) {
    return new Double[times];
  }

  @Override
  public String name() {
    return "prom";
  }

  @Override
  public Reading read(String query, TimeRange range) {
    return answers.getOrDefault(query, new Reading.Unavailable("nobody gave " + query));
  }

  @Override
  public Reading raw(String selector, TimeRange range) {
    return read(selector, range);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
