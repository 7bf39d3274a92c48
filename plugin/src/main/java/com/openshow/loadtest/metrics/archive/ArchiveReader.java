package com.openshow.loadtest.metrics.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link ArchiveWriter} writes. */
final class ArchiveReader {
  private final Path file;

  private ArchiveReader(Path file) {
    this.file = file;
  }

  static Archive read(Path file) throws IOException {
    return new ArchiveReader(file).archive();
  }

  private Archive archive() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JsonNode root = new ObjectMapper().readTree(in);
      if (root.path("schemaVersion").asInt() != ArchiveWriter.SCHEMA_VERSION) {
        throw refused(
            "expected \"schemaVersion\": "
                + ArchiveWriter.SCHEMA_VERSION
                + ", but found "
                + root.path("schemaVersion"));
      }
      List<KeptWindow> windows = new ArrayList<>();
      for (JsonNode window : root.path("windows")) {
        windows.add(
            new KeptWindow(text(window, "scenario"), text(window, "window"), range(window)));
      }
      List<Answer> answers = new ArrayList<>();
      for (JsonNode answer : root.path("answers")) {
        answers.add(answer(answer));
      }
      return new Archive(windows, answers);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file
              + ":"
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": not JSON: "
              + e.getOriginalMessage(),
          e);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new IOException(file + ": not a " + Archive.FILE_NAME + ": " + e.getMessage(), e);
    }
  }

  private Answer answer(JsonNode answer) throws IOException {
    String form = text(answer, "form");
    return new Answer(
        text(answer, "source"),
        Form.of(form).orElseThrow(() -> refused("no form is called \"" + form + "\"")),
        text(answer, "query"),
        range(answer),
        answer.has("unavailable")
            ? new Reading.Unavailable(text(answer, "unavailable"))
            : values(answer));
  }

  private TimeRange range(JsonNode object) throws IOException {
    return new TimeRange(Instant.parse(text(object, "from")), Instant.parse(text(object, "to")));
  }

  private Reading values(JsonNode answer) throws IOException {
    List<Series> series = new ArrayList<>();
    for (JsonNode one : answer.path("series")) {
      Map<String, String> labels = new TreeMap<>();
      one.path("labels")
          .fields()
          .forEachRemaining(label -> labels.put(label.getKey(), label.getValue().asText()));
      series.add(new Series(labels, points(one)));
    }
    return new Reading.Values(
        series,
        Duration.ofMillis(answer.path("stepMillis").asLong()),
        texts(answer.path("doubts")),
        texts(answer.path("notes")));
  }

  private List<Point> points(JsonNode series) throws IOException {
    List<Point> points = new ArrayList<>();
    for (JsonNode point : series.path("points")) {
      if (!point.path(0).isIntegralNumber() || point.size() != 2) {
        throw refused("a point must be a time and a value, but was " + point);
      }
      JsonNode value = point.path(1);
      points.add(
          new Point(
              point.path(0).asLong(),
              value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble()));
    }
    return points;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private String text(JsonNode object, String name) throws IOException {
    JsonNode value = object.path(name);
    if (!value.isTextual()) {
      throw refused("expected a text as \"" + name + "\", but found " + value);
    }
    return value.asText();
  }

  private IOException refused(String why) {
    return new IOException(file + ": not a " + Archive.FILE_NAME + ": " + why);
  }
}
