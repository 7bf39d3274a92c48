package com.openshow.loadtest.metrics.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.openshow.loadtest.metrics.http.FetchException;
import com.openshow.loadtest.metrics.http.Foreign;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of Prometheus's HTTP API as it comes in; keys in any order, unknown ones are
 * passed over.
 */
final class AnswerReader {
  private static final int MOST_REMARKS = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(1024 * 1024)
                  .maxNumberLength(100)
                  .maxNestingDepth(100)
                  .build())
          // Names of labels come from outside, and would stay in memory for ever.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final int mostPoints;
  private final List<Answer.Track> tracks = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> infos = new ArrayList<>();
  private boolean isPartial;
  private boolean hasData;
  private int points;
  private @Nullable String status;
  private @Nullable String type;
  private @Nullable String errorType;
  private @Nullable String error;

  private AnswerReader(JsonParser parser, int mostPoints) {
    this.parser = parser;
    this.mostPoints = mostPoints;
  }

  /**
   * Reads an answer to its end.
   *
   * @param mostPoints that it may have
   * @throws FetchException when it is no success, no such answer, not whole, or too large
   */
  static Answer read(InputStream body, int mostPoints) throws IOException {
    AnswerReader reader = parsed(body, mostPoints);
    if ("error".equals(reader.status)) {
      throw reader.complaint(200);
    }
    if (!"success".equals(reader.status) || !reader.hasData) {
      throw Complaints.notOfPrometheus("it has no status and no data");
    }
    if (reader.type == null) {
      throw Complaints.notOfPrometheus("it does not say of what type its result is");
    }
    return new Answer(reader.type, reader.tracks, reader.warnings, reader.infos, reader.isPartial);
  }

  /**
   * Reads what is wrong.
   *
   * @param status of HTTP
   * @throws FetchException when it is no such answer
   */
  static FetchException readError(InputStream body, int status) throws IOException {
    AnswerReader reader = parsed(body, 0);
    if (reader.error == null && reader.errorType == null) {
      throw Complaints.notOfPrometheus("it has no error");
    }
    return reader.complaint(status);
  }

  private FetchException complaint(int httpStatus) {
    return Complaints.of(
        httpStatus,
        Objects.requireNonNullElse(errorType, ""),
        Objects.requireNonNullElse(error, ""));
  }

  private static AnswerReader parsed(InputStream body, int mostPoints) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      AnswerReader reader = new AnswerReader(parser, mostPoints);
      reader.whole();
      return reader;
    } catch (JsonEOFException e) {
      throw Complaints.cutOff();
    } catch (JsonProcessingException e) {
      throw Complaints.notOfPrometheus(e.getOriginalMessage());
    }
  }

  private void whole() throws IOException {
    if (parser.nextToken() == null) {
      throw Complaints.cutOff();
    }
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "status" -> status = text();
        case "errorType" -> errorType = text();
        case "error" -> error = text();
        case "warnings" -> remarks(warnings);
        case "infos" -> remarks(infos);
        case "isPartial" -> isPartial = parser.currentToken() == JsonToken.VALUE_TRUE;
        case "data" -> data();
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw Complaints.notOfPrometheus("something follows its end");
    }
  }

  private void remarks(List<String> remarks) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_ARRAY);
    int left = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String remark = Foreign.text(text());
      if (remarks.size() < MOST_REMARKS) {
        remarks.add(remark);
      } else {
        left++;
      }
    }
    if (left > 0) {
      remarks.add("and " + left + " more");
    }
  }

  private void data() throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "resultType" -> type = text();
        case "result" -> {
          hasData = true;
          result();
        }
        default -> parser.skipChildren();
      }
    }
  }

  private void result() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(JsonToken.START_ARRAY);
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      single();
      return;
    }
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_OBJECT);
      tracks.add(track());
      parser.nextToken();
    }
  }

  /** A scalar or a string, which stands in the place of the list of series: time and value. */
  private void single() throws IOException {
    long when = millis();
    parser.nextToken();
    String value = text();
    if (!Answer.STRING.equals(type)) {
      Samples samples = new Samples();
      add(samples, when, value);
      tracks.add(new Answer.Track(Map.of(), samples, false));
    }
    parser.nextToken();
    expect(JsonToken.END_ARRAY);
  }

  private Answer.Track track() throws IOException {
    Map<String, String> labels = new HashMap<>();
    Samples samples = new Samples();
    boolean hasHistograms = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "metric" -> labels(labels);
        case "value" -> pair(samples);
        case "values" -> {
          expect(JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            pair(samples);
          }
        }
        case "histogram", "histograms" -> {
          hasHistograms = true;
          parser.skipChildren();
        }
        default -> parser.skipChildren();
      }
    }
    return new Answer.Track(labels, samples, hasHistograms);
  }

  private void labels(Map<String, String> labels) throws IOException {
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      labels.put(name, text());
    }
  }

  private void pair(Samples samples) throws IOException {
    expect(JsonToken.START_ARRAY);
    parser.nextToken();
    long when = millis();
    parser.nextToken();
    add(samples, when, text());
    parser.nextToken();
    expect(JsonToken.END_ARRAY);
  }

  private void add(Samples samples, long when, String value) throws FetchException {
    if (++points > mostPoints) {
      throw Complaints.tooManyPoints(mostPoints);
    }
    samples.add(when, Numbers.value(value));
  }

  private long millis() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isNumeric()) {
      throw Complaints.notOfPrometheus("a time is no number");
    }
    return Numbers.millis(parser.getDoubleValue());
  }

  private String text() throws IOException {
    expect(JsonToken.VALUE_STRING);
    return parser.getText();
  }

  private void expect(JsonToken wanted) throws IOException {
    if (parser.currentToken() != wanted) {
      throw Complaints.notOfPrometheus(
          "at " + parser.getParsingContext().pathAsPointer() + " something else was expected");
    }
  }
}
