package com.openshow.loadtest.cleanup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/** The lines of a {@link CreatedFile}. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NUMBER = "number";
  private static final String DELETED = "deleted";

  private Lines() {}

  static String of(CreatedFile.Entry entry) {
    ObjectNode line = JSON.createObjectNode().put(NUMBER, entry.number());
    Created created = entry.created();
    line.put("target", created.target())
        .put("method", created.method())
        .put("path", created.path())
        .put("label", created.label())
        .put("signedIn", created.signedIn())
        .put("owner", created.owner())
        .put("user", created.user());
    return line + "\n";
  }

  static String ofDeleted(CreatedFile.Entry entry) {
    return JSON.createObjectNode().put(DELETED, entry.number()) + "\n";
  }

  /** What a line says; nothing when it is no JSON. */
  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  static OptionalInt deleted(JsonNode line) {
    return number(line.path(DELETED));
  }

  static Optional<CreatedFile.Entry> entry(JsonNode line) {
    OptionalInt number = number(line.path(NUMBER));
    if (number.isEmpty() || !line.path("path").asText().startsWith("/")) {
      return Optional.empty();
    }
    return Optional.of(
        new CreatedFile.Entry(
            number.getAsInt(),
            new Created(
                line.path("target").asText(),
                line.path("method").asText(),
                line.path("path").asText(),
                line.path("label").asText(),
                line.path("signedIn").asBoolean(),
                line.path("owner").asText(),
                line.path("user").asText())));
  }

  private static OptionalInt number(JsonNode value) {
    return value.isInt() && value.asInt() >= 0
        ? OptionalInt.of(value.asInt())
        : OptionalInt.empty();
  }
}
