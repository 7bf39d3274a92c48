package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sample values of a schema: its example, default or first allowed value, else one made by its
 * type. What refers to itself ends at the second visit, what nests deeply at the eighth level.
 */
final class Samples {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;
  private static final int MOST_VALUES = 500;

  private final Refs refs;
  private final Deque<String> visited = new ArrayDeque<>();
  private int depth;
  private int values;

  Samples(Refs refs) {
    this.refs = refs;
  }

  /** A value; empty where there is no end to it, or what it refers to is missing. */
  Optional<JsonNode> of(Schema<?> schema) {
    values = 0;
    return value(schema);
  }

  private Optional<JsonNode> value(Schema<?> schema) {
    // Schemas that use one another twice each grow by powers of two.
    values++;
    if (values > MOST_VALUES || depth > DEEPEST) {
      return Optional.empty();
    }
    depth++;
    try {
      String ref = schema.get$ref();
      return ref == null ? plain(schema) : referred(ref);
    } finally {
      depth--;
    }
  }

  private Optional<JsonNode> referred(String ref) {
    if (visited.contains(ref)) {
      return Optional.empty();
    }
    visited.push(ref);
    try {
      return refs.schema(ref).flatMap(this::value);
    } finally {
      visited.pop();
    }
  }

  private Optional<JsonNode> plain(Schema<?> schema) {
    Optional<JsonNode> given = given(schema);
    if (given.isPresent()) {
      return given;
    }
    if (schema.getAllOf() != null) {
      return all(schema);
    }
    for (List<?> choice : choices(schema)) {
      for (Object option : choice) {
        Optional<JsonNode> value = option instanceof Schema<?> one ? value(one) : Optional.empty();
        if (value.isPresent()) {
          return value;
        }
      }
    }
    return switch (Scalars.type(schema)) {
      case "object" -> Optional.of(object(schema));
      case "array" -> Optional.of(array(schema));
      default -> Optional.of(Scalars.of(schema));
    };
  }

  private static Optional<JsonNode> given(Schema<?> schema) {
    if (schema.getConst() != null) {
      return Optional.of(ExampleValues.json(schema.getConst()));
    }
    if (schema.getExample() != null) {
      return Optional.of(ExampleValues.json(schema.getExample()));
    }
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return Optional.of(ExampleValues.json(schema.getExamples().get(0)));
    }
    if (schema.getDefault() != null) {
      return Optional.of(ExampleValues.json(schema.getDefault()));
    }
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      return Optional.of(ExampleValues.json(schema.getEnum().get(0)));
    }
    return Optional.empty();
  }

  private static List<List<?>> choices(Schema<?> schema) {
    return List.of(
        schema.getOneOf() == null ? List.of() : schema.getOneOf(),
        schema.getAnyOf() == null ? List.of() : schema.getAnyOf());
  }

  private Optional<JsonNode> all(Schema<?> schema) {
    ObjectNode merged = JSON.objectNode();
    Optional<JsonNode> other = Optional.empty();
    for (Object part : schema.getAllOf()) {
      Optional<JsonNode> value = part instanceof Schema<?> one ? value(one) : Optional.empty();
      if (value.isPresent() && value.get() instanceof ObjectNode object) {
        merged.setAll(object);
      } else if (value.isPresent()) {
        other = value;
      }
    }
    merged.setAll(object(schema));
    return merged.isEmpty() && other.isPresent() ? other : Optional.of(merged);
  }

  private ObjectNode object(Schema<?> schema) {
    ObjectNode object = JSON.objectNode();
    Map<?, ?> properties = schema.getProperties() == null ? Map.of() : schema.getProperties();
    properties.forEach(
        (name, property) -> {
          if (property instanceof Schema<?> one && !Boolean.TRUE.equals(one.getReadOnly())) {
            value(one).ifPresent(value -> object.set(String.valueOf(name), value));
          }
        });
    return object;
  }

  private ArrayNode array(Schema<?> schema) {
    ArrayNode array = JSON.arrayNode();
    Schema<?> items = schema.getItems();
    if (items != null) {
      int least = schema.getMinItems() == null ? 1 : Math.min(schema.getMinItems(), 10);
      Optional<JsonNode> item = value(items);
      for (int i = 0; i < Math.max(1, least) && item.isPresent(); i++) {
        array.add(item.get());
      }
    }
    return array;
  }
}
