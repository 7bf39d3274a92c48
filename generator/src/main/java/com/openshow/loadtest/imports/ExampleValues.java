package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples, as swagger-parser hands them on, as JSON. */
final class ExampleValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExampleValues() {}

  static JsonNode json(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof JsonNode node) {
      return node;
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Date date) {
      return JSON.textNode(date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
    if (value instanceof byte[] bytes) {
      return JSON.textNode(new String(bytes, StandardCharsets.UTF_8));
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, member) -> object.set(String.valueOf(key), json(member)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(element -> array.add(json(element)));
      return array;
    }
    return JSON.textNode(value.toString());
  }

  private static JsonNode number(Number number) {
    try {
      return JSON.numberNode(new BigDecimal(number.toString()));
    } catch (NumberFormatException e) {
      // Not a number, or without an end.
      return JSON.nullNode();
    }
  }
}
