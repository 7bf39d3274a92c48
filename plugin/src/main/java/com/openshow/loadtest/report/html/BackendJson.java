package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Series;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The charts of the backend's metrics, and the times that are shaded in all charts. */
final class BackendJson {
  static final int MOST_CHARTS = 60;
  static final int MOST_LINES = 12;

  /** Of a line: so that a chart of {@link #MOST_LINES} lines stays below some 100 kB. */
  static final int MOST_POINTS = 360;

  private final JsonGenerator json;
  private final Instant start;

  private BackendJson(JsonGenerator json, Instant start) {
    this.json = json;
    this.start = start;
  }

  static void write(JsonGenerator json, RunData run) throws IOException {
    BackendJson backend = new BackendJson(json, run.judgement().startedAt());
    json.writeArrayFieldStart("backend");
    for (BackendChart chart : run.backend().stream().limit(MOST_CHARTS).toList()) {
      backend.write(chart);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("spans");
    for (Span span : run.spans()) {
      backend.write(span);
    }
    json.writeEndArray();
  }

  private void write(Span span) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", span.name());
    ReportJson.number(json, "from", ReportJson.seconds(start, span.from()));
    ReportJson.number(json, "to", ReportJson.seconds(start, span.to()));
    json.writeEndObject();
  }

  private void write(BackendChart chart) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", chart.judged().name());
    json.writeStringField("promise", chart.judged().promise());
    json.writeStringField("verdict", chart.judged().word());
    json.writeStringField("unit", chart.unit());
    boolean isLine = chart.states().isEmpty();
    ReportJson.number(json, "limit", chart.limit().orElse(Double.NaN));
    json.writeArrayFieldStart("states");
    for (String state : chart.states()) {
      json.writeString(state);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lines");
    for (Series series : chart.series().stream().limit(MOST_LINES).toList()) {
      write(series, isLine ? thinned(series.points()) : changes(series.points()));
    }
    json.writeEndArray();
    json.writeNumberField("hiddenLines", Math.max(0, chart.series().size() - MOST_LINES));
    json.writeEndObject();
  }

  private void write(Series series, List<Point> points) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", series.text());
    json.writeArrayFieldStart("at");
    for (Point point : points) {
      ReportJson.number(json, ReportJson.seconds(start, Instant.ofEpochMilli(point.millis())));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("values");
    for (Point point : points) {
      ReportJson.number(json, point.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Of each part of the time the least and the greatest value: no peak is lost. */
  static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST_POINTS) {
      return points;
    }
    int parts = MOST_POINTS / 2;
    List<Point> kept = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) part * points.size() / parts);
      int to = (int) ((long) (part + 1) * points.size() / parts);
      int least = from;
      int greatest = from;
      for (int i = from; i < to; i++) {
        least = points.get(i).value() < points.get(least).value() ? i : least;
        greatest = points.get(i).value() > points.get(greatest).value() ? i : greatest;
      }
      kept.add(points.get(Math.min(least, greatest)));
      if (least != greatest) {
        kept.add(points.get(Math.max(least, greatest)));
      }
    }
    return kept;
  }

  /** A state lasts until the next: only the changes are needed, and the end. */
  static List<Point> changes(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean isEdge = i == 0 || i == points.size() - 1;
      if (isEdge || points.get(i).value() != points.get(i - 1).value()) {
        kept.add(points.get(i));
      }
    }
    return kept;
  }
}
