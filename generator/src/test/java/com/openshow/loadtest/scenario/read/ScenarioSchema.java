package com.openshow.loadtest.scenario.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The JSON Schema that is published for scenario files. */
final class ScenarioSchema {
  /** The folder of the scenario file and its schema. */
  static final Path FOLDER = Path.of("../config/loadtests");

  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonNode root;
  private final JsonSchema schema;

  ScenarioSchema() throws IOException {
    root = new ObjectMapper().readTree(FOLDER.resolve("scenarios.schema.json").toFile());
    schema = FACTORY.getSchema(root);
  }

  JsonNode root() {
    return root;
  }

  /** What the schema finds wrong with a file. */
  List<String> problems(JsonNode file) {
    return messages(schema.validate(file));
  }

  /** What the meta-schema of JSON Schema 2020-12 finds wrong with the schema. */
  List<String> ownProblems() {
    return messages(FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012)).validate(root));
  }

  private static List<String> messages(Set<ValidationMessage> found) {
    return found.stream().map(ValidationMessage::toString).sorted().toList();
  }

  /** The keys that an object may have which {@code node} describes; none: it may have any. */
  Set<String> keys(JsonNode node) {
    Set<String> keys = new TreeSet<>();
    for (JsonNode part : parts(node)) {
      part.path("properties").fieldNames().forEachRemaining(keys::add);
    }
    return keys;
  }

  /** The schema of the member of an object, or of an element of an array. */
  JsonNode child(JsonNode node, String name) {
    for (JsonNode part : parts(node)) {
      for (JsonNode found :
          List.of(
              part.path("properties").path(name),
              part.path("items"),
              part.path("additionalProperties"),
              part.path("oneOf").path(1).path("items"))) {
        if (found.isObject()) {
          return found;
        }
      }
    }
    return MissingNode.getInstance();
  }

  /** The objects with closed lists of keys, each once. */
  Set<Set<String>> closedLists() {
    Set<Set<String>> lists = new HashSet<>();
    collect(root, lists);
    return lists;
  }

  private void collect(JsonNode node, Set<Set<String>> lists) {
    boolean isClosed =
        node.path("additionalProperties").isBoolean()
            || node.path("unevaluatedProperties").isBoolean();
    if (isClosed) {
      lists.add(keys(node));
    }
    node.elements().forEachRemaining(child -> collect(child, lists));
  }

  /** A schema, and those it refers to. */
  private List<JsonNode> parts(JsonNode node) {
    List<JsonNode> parts = new ArrayList<>();
    for (JsonNode part = node; part.isObject(); part = root.at(reference(part))) {
      parts.add(part);
    }
    return parts;
  }

  private static String reference(JsonNode node) {
    return node.path("$ref").asText("#/none").substring(1);
  }
}
