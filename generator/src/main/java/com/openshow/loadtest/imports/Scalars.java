package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Set;

/** Made-up texts, numbers and truths that a schema allows; a pattern is not looked at. */
final class Scalars {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 1_000;

  private Scalars() {}

  /** The type of a schema, the first one where 3.1 names several. */
  static String type(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (types != null && !types.isEmpty()) {
      return types.stream().filter(type -> !"null".equals(type)).findFirst().orElse("null");
    }
    if (schema.getType() != null) {
      return schema.getType();
    }
    return schema.getItems() == null ? "object" : "array";
  }

  static JsonNode of(Schema<?> schema) {
    return switch (type(schema)) {
      case "integer", "number" -> number(schema);
      case "boolean" -> JSON.booleanNode(true);
      case "null" -> JSON.nullNode();
      default -> JSON.textNode(text(schema));
    };
  }

  private static JsonNode number(Schema<?> schema) {
    BigDecimal value = BigDecimal.ONE;
    BigDecimal least = schema.getMinimum();
    if (schema.getExclusiveMinimumValue() != null) {
      least = schema.getExclusiveMinimumValue().add(BigDecimal.ONE);
    } else if (least != null && Boolean.TRUE.equals(schema.getExclusiveMinimum())) {
      least = least.add(BigDecimal.ONE);
    }
    if (least != null && least.compareTo(value) > 0) {
      value = least;
    } else if (schema.getMaximum() != null && schema.getMaximum().compareTo(value) < 0) {
      value = least == null ? schema.getMaximum() : least;
    }
    return JSON.numberNode(value);
  }

  private static String text(Schema<?> schema) {
    String format = schema.getFormat() == null ? "" : schema.getFormat();
    String text =
        switch (format) {
          case "date" -> "2026-01-01";
          case "date-time" -> "2026-01-01T00:00:00Z";
          case "time" -> "00:00:00Z";
          case "uuid" -> "00000000-0000-4000-8000-000000000001";
          case "email" -> "user@example.com";
          case "uri", "url" -> "https://example.com/";
          case "hostname" -> "example.com";
          case "ipv4" -> "192.0.2.1";
          case "ipv6" -> "2001:db8::1";
          case "byte" -> "dGV4dA==";
          case "password" -> Secrets.MADE_UP;
          default -> "text";
        };
    if (!format.isEmpty() && !text.equals("text")) {
      return text;
    }
    int least = schema.getMinLength() == null ? 0 : Math.min(schema.getMinLength(), LONGEST);
    int most = schema.getMaxLength() == null ? LONGEST : Math.max(0, schema.getMaxLength());
    String longer = text + "x".repeat(Math.max(0, least - text.length()));
    return longer.substring(0, Math.min(longer.length(), most));
  }
}
