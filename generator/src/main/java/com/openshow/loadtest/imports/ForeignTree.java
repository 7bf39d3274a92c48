package com.openshow.loadtest.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.openshow.loadtest.scenario.read.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;

/** Files of others as trees of JSON: of a bounded size and depth, with the place of a fault. */
final class ForeignTree {
  /** The deepest nesting that is read. */
  static final int DEEPEST = 100;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(HarImport.MAX_BYTES)
          .build();

  private final String file;
  private final ObjectMapper mapper;

  private ForeignTree(String file, JsonFactory factory) {
    this.file = file;
    this.mapper =
        new ObjectMapper(factory)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  /** What JSON reads. */
  static JsonFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(BOUNDS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }

  /** The tree of a file that is JSON or YAML. */
  static JsonNode read(String file, byte[] content, int maxBytes) throws ImportException {
    String text = text(file, content, maxBytes);
    if (text.stripLeading().startsWith("{")) {
      return new ForeignTree(file, json()).object(text);
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(maxBytes);
    YAMLFactory yaml =
        YAMLFactory.builder()
            .loaderOptions(options)
            .streamReadConstraints(BOUNDS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    ForeignTree tree = new ForeignTree(file, yaml);
    tree.refuseAliases(text);
    return tree.object(text);
  }

  /** A text of JSON within a file. */
  static JsonNode tree(String json) throws JsonProcessingException {
    return new ForeignTree("", json()).mapper.readTree(json);
  }

  /** The text of a file. */
  static String text(String file, byte[] content, int maxBytes) throws ImportException {
    if (content.length > maxBytes) {
      throw ImportException.of(file, "the file is larger than the " + maxBytes + " bytes allowed");
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw ImportException.of(file, "the file is not UTF-8 text");
    }
  }

  /** The fault that Jackson found, and where. */
  static ImportException fault(String file, JsonProcessingException e) {
    JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
    // Jackson lists its own knobs behind the first sentence; a user of ours cannot turn them.
    String what =
        e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("not readable")
            .replaceFirst(" \\((?:for|from|through) .*", "");
    return ImportException.at(
        file,
        Math.max(1, at.getLineNr()),
        Math.max(1, at.getColumnNr()),
        "cannot be read: " + Plain.line(what, 200));
  }

  private JsonNode object(String text) throws ImportException {
    try {
      JsonNode tree = mapper.readTree(text);
      if (!tree.isObject()) {
        throw ImportException.of(file, "expected an object with the key \"openapi\"");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw fault(file, e);
    } catch (YAMLException e) {
      throw ImportException.of(file, "cannot be read: " + Plain.line(e.toString(), 200));
    } catch (StackOverflowError e) {
      // snakeyaml looks ahead through brackets by recursion, before any limit of depth applies.
      throw ImportException.of(file, "nested deeper than the " + DEEPEST + " levels allowed");
    }
  }

  /** Jackson would hand on an alias as the text of its name. */
  private void refuseAliases(String text) throws ImportException {
    try (YAMLParser parser = (YAMLParser) mapper.getFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) {
          JsonLocation at = parser.currentTokenLocation();
          throw ImportException.at(
              file,
              at.getLineNr(),
              at.getColumnNr(),
              "YAML aliases are not read; write out what *"
                  + Text.printable(parser.getText())
                  + " stands for, or use a $ref");
        }
      }
    } catch (JsonProcessingException e) {
      throw fault(file, e);
    } catch (YAMLException e) {
      throw ImportException.of(file, "cannot be read: " + Plain.line(e.toString(), 200));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    } catch (StackOverflowError e) {
      throw ImportException.of(file, "nested deeper than the " + DEEPEST + " levels allowed");
    }
  }
}
