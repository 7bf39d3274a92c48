package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.openshow.loadtest.scenario.read.Located.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/** Text to located values. Nested no deeper than any sane file, so recursion cannot overflow. */
final class LocatedReader {
  private static final int MAX_DEPTH = 50;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  // Its own limit is a little less; ours is checked before anything is read.
  private static final JsonFactory YAML =
      YAMLFactory.builder()
          .loaderOptions(yamlOptions())
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private final Problems problems;
  private final boolean isYaml;

  LocatedReader(Problems problems, boolean isYaml) {
    this.problems = problems;
    this.isYaml = isYaml;
  }

  private static LoaderOptions yamlOptions() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(ScenarioReader.MAX_YAML_BYTES);
    return options;
  }

  /** The value, or an exception when the text is no JSON. */
  Located read(String json) throws InvalidScenarioException {
    List<Located> documents = readAll(json);
    if (documents.size() > 1) {
      throw problems.fatal(documents.get(1).place(), "nothing may follow the closing brace");
    }
    return documents.get(0);
  }

  /** The documents of a text, at least one, or an exception when it is no JSON. */
  List<Located> readAll(String json) throws InvalidScenarioException {
    try (JsonParser parser = (isYaml ? YAML : FACTORY).createParser(json)) {
      return documents(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    } catch (YAMLException e) {
      String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
      throw problems.fatal(new Place("", 1, 1), "not YAML: " + Text.printable(what));
    } catch (StackOverflowError e) {
      // snakeyaml looks ahead through brackets by recursion, before any limit of depth applies.
      throw problems.fatal(
          new Place("", 1, 1), "nested too deep; at most " + MAX_DEPTH + " levels are read");
    }
  }

  private List<Located> documents(JsonParser parser) throws IOException, InvalidScenarioException {
    try {
      if (parser.nextToken() == null) {
        throw problems.fatal(new Place("", 1, 1), "the file is empty; expected a JSON object");
      }
      List<Located> documents = new ArrayList<>();
      do {
        documents.add(value(parser, ""));
      } while (parser.nextToken() != null);
      return documents;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      String what = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
      throw problems.fatal(
          new Place("", at.getLineNr(), at.getColumnNr()),
          (isYaml ? "not YAML: " : "not JSON: ") + Text.printable(shorten(what)));
    }
  }

  private static String shorten(String jacksonMessage) {
    // Jackson lists its own knobs behind the first sentence; a user of ours cannot turn them.
    return jacksonMessage
        .replaceFirst(" \\((?:for|from) .*", "")
        .replaceFirst(": was expecting (?!comma|colon|double-quote).*", "");
  }

  private Located value(JsonParser parser, String pointer)
      throws IOException, InvalidScenarioException {
    Place place = place(parser, pointer);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(parser, place);
      case START_ARRAY -> elements(parser, place);
      case VALUE_STRING -> new Located.Chars(place, text(parser, place));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Located.Digits(place, number(parser.getText(), place));
      // Not the text, which in YAML may be ~ or TRUE.
      case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> new Located.Literal(place, token.asString());
      default -> throw problems.fatal(place, "must be a value that JSON has too");
    };
  }

  private String text(JsonParser parser, Place place) throws IOException, InvalidScenarioException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw problems.fatal(
          place,
          "YAML aliases are not read; write out what "
              + Text.quoted("*" + parser.getText())
              + " stands for");
    }
    return parser.getText();
  }

  /**
   * YAML's other numbers mean one thing to one reader and another to the next: 017, 1_000, .inf.
   */
  private String number(String text, Place place) throws InvalidScenarioException {
    if (!NUMBER.matcher(text).matches()) {
      throw problems.fatal(
          place,
          "a number must be written as in JSON, such as 1000, 0.5 or 1e3, but was "
              + Text.printable(text));
    }
    return text;
  }

  private Located members(JsonParser parser, Place place)
      throws IOException, InvalidScenarioException {
    Map<String, Located> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String pointer = place.pointer() + "/" + key.replace("~", "~0").replace("/", "~1");
      Place keyPlace = place(parser, pointer);
      parser.nextToken();
      if (members.putIfAbsent(key, value(parser, pointer)) != null) {
        problems.error(keyPlace, "the key " + Text.quoted(key) + " stands here a second time");
      }
    }
    return new Located.Members(place, members);
  }

  private Located elements(JsonParser parser, Place place)
      throws IOException, InvalidScenarioException {
    List<Located> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, place.pointer() + "/" + elements.size()));
    }
    return new Located.Elements(place, elements);
  }

  private static Place place(JsonParser parser, String pointer) {
    JsonLocation at = parser.currentTokenLocation();
    return new Place(pointer, at.getLineNr(), at.getColumnNr());
  }
}
