package com.openshow.loadtest.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The JSON body of a request. What is wrong with it is answered at once, with status 400. */
final class Body {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode json;
  private final List<String> problems = new ArrayList<>();

  Body(String text) {
    JsonNode parsed;
    try {
      parsed = MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ApiException(400, "the body is not JSON");
    }
    this.json = parsed == null ? MissingNode.getInstance() : parsed;
  }

  String text(String field, int longest) {
    JsonNode value = json.path(field);
    String text = value.asText("");
    if (!value.isTextual() || text.isBlank() || text.length() > longest) {
      problems.add(field + " must be a text of 1 to " + longest + " characters");
    }
    return text;
  }

  long positive(String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() <= 0) {
      problems.add(field + " must be a whole number greater than 0");
    }
    return value.asLong();
  }

  List<String> texts(String field) {
    JsonNode value = json.path(field);
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.isTextual() ? item.asText() : ""));
    if (!(value.isMissingNode() || value.isArray())
        || texts.stream().anyMatch(text -> text.isBlank() || text.length() > 50)) {
      problems.add(field + " must be a list of texts of 1 to 50 characters");
    }
    return texts.stream().distinct().toList();
  }

  String optional(String field, int longest, String otherwise) {
    JsonNode value = json.path(field);
    return value.isMissingNode() || value.isNull() ? otherwise : text(field, longest);
  }

  void problem(boolean wrong, String problem) {
    if (wrong) {
      problems.add(problem);
    }
  }

  /** Refuses the request when anything was wrong. */
  void check() {
    if (!problems.isEmpty()) {
      throw new ApiException(400, String.join("; ", problems));
    }
  }
}
