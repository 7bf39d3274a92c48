package com.openshow.loadtest.metrics.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Writes {@code backend.json}, a line a series. */
final class ArchiveWriter {
  /** Rises when a reader of the former version could misread the new one. */
  static final int SCHEMA_VERSION = 1;

  private ArchiveWriter() {}

  static String render(List<KeptWindow> windows, List<Answer> answers) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeArrayFieldStart("windows");
      for (KeptWindow window : windows) {
        json.writeRaw('\n');
        write(json, window);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("answers");
      for (Answer answer : answers) {
        json.writeRaw('\n');
        write(json, answer);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, KeptWindow window) throws IOException {
    json.writeStartObject();
    json.writeStringField("scenario", window.scenario());
    json.writeStringField("window", window.window());
    write(json, window.range());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, TimeRange range) throws IOException {
    json.writeStringField("from", range.from().toString());
    json.writeStringField("to", range.to().toString());
  }

  private static void write(JsonGenerator json, Answer answer) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", answer.source());
    json.writeStringField("form", answer.form().label());
    json.writeStringField("query", answer.query());
    write(json, answer.range());
    if (answer.reading() instanceof Reading.Values values) {
      json.writeNumberField("stepMillis", values.step().toMillis());
      write(json, "doubts", values.doubts());
      write(json, "notes", values.notes());
      json.writeArrayFieldStart("series");
      for (Series series : values.series()) {
        json.writeRaw("\n ");
        write(json, series);
      }
      json.writeEndArray();
    } else if (answer.reading() instanceof Reading.Unavailable unavailable) {
      json.writeStringField("unavailable", unavailable.reason());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<String> sentences)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String sentence : sentences) {
      json.writeString(sentence);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Series series) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : series.labels().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("points");
    for (Point point : series.points()) {
      json.writeStartArray();
      json.writeNumber(point.millis());
      if (Double.isFinite(point.value())) {
        json.writeNumber(point.value());
      } else {
        // As Java reads it again: NaN, Infinity, -Infinity.
        json.writeString(Double.toString(point.value()));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
