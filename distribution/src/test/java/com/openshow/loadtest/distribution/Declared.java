package com.openshow.loadtest.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A request as a scenario file declares it.
 *
 * @param label of its samples in the results file
 * @param request the JSON object in the scenario file
 * @param standardHeaders those of {@code defaults}
 * @param hasToken whether it carries the JWT
 */
record Declared(String label, JsonNode request, JsonNode standardHeaders, boolean hasToken) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What an HTTP client adds by itself. */
  private static final Set<String> CLIENT_HEADERS =
      Set.of("connection", "content-length", "host", "user-agent");

  private static final Map<String, String> BODIES =
      Map.of(
          "unique_email",
          "{\"email\": \"{email}\", \"password\": \"\", \"name\": \"Load Test\"}",
          "unique_project",
          "{\"title\": \"{project_title}\", \"description\": \"{project_description}\","
              + " \"tags\": [\"{project_tag}\"]}");

  /** The values of its variables when this is what was asked; empty when it is not. */
  Optional<Map<String, String>> match(Asked asked) throws JsonProcessingException {
    Map<String, String> values = new HashMap<>();
    boolean fits =
        request.path("method").asText().equals(asked.method())
            && pathFits(asked.path(), values)
            && bodyFits(asked.body(), values)
            && headersFit(asked.headers(), values)
            && queryFits(asked.query(), values);
    return fits ? Optional.of(values) : Optional.empty();
  }

  private boolean hasBody() {
    return request.has("body") || request.has("data_type");
  }

  private boolean bodyFits(String sent, Map<String, String> values) throws JsonProcessingException {
    if (!hasBody()) {
      return sent.isEmpty();
    }
    JsonNode declared =
        request.has("body")
            ? request.path("body")
            : JSON.readTree(BODIES.getOrDefault(request.path("data_type").asText(), "{}"));
    return !sent.isEmpty() && Shape.fits(declared, JSON.readTree(sent), values);
  }

  private boolean pathFits(String sent, Map<String, String> values) {
    Map<String, String> encoded = new HashMap<>();
    if (!Shape.fits(request.path("path").asText(), sent, encoded)) {
      return false;
    }
    // A plus is no space in a path.
    encoded.forEach(
        (name, value) ->
            values.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8)));
    return true;
  }

  private boolean queryFits(String sent, Map<String, String> values) {
    if (!request.has("params")) {
      return sent.isEmpty();
    }
    for (JsonNode query : request.path("params")) {
      Map<String, String> encoded = new HashMap<>();
      if (Shape.fits(query.asText(), sent, encoded)) {
        encoded.forEach(
            (name, value) ->
                values.merge(
                    name,
                    URLDecoder.decode(value, StandardCharsets.UTF_8),
                    (one, other) -> one.equals(other) ? one : one + " or " + other));
        return true;
      }
    }
    return false;
  }

  private boolean headersFit(JsonNode sent, Map<String, String> values) {
    Map<String, String> due = new HashMap<>();
    due.put("accept", "application/json");
    due.put("connection", "keep-alive");
    if (hasBody()) {
      due.put("content-type", "application/json");
    }
    if (hasToken) {
      due.put("authorization", "Bearer ***");
    }
    for (JsonNode headers : List.of(standardHeaders, request.path("headers"))) {
      headers
          .fieldNames()
          .forEachRemaining(
              name ->
                  due.put(name.toLowerCase(java.util.Locale.ROOT), headers.path(name).asText()));
    }
    Set<String> surplus = new TreeSet<>();
    sent.fieldNames().forEachRemaining(surplus::add);
    surplus.removeAll(due.keySet());
    surplus.removeAll(CLIENT_HEADERS);
    if (sent.path("content-length").asText().equals("0")) {
      // What JMeter's client says of no body, where the method could have one.
      surplus.remove("content-type");
    }
    return surplus.isEmpty()
        && due.entrySet().stream()
            .allMatch(
                header ->
                    sent.has(header.getKey())
                        && Shape.fits(
                            header.getValue(), sent.path(header.getKey()).asText(), values));
  }

  /** Whether it deletes what another one created, after the test. */
  boolean isCleanup() {
    return label.startsWith(Declaration.CLEANUP);
  }

  /** Whether the file expects this status. */
  boolean expects(int status) {
    JsonNode declared = request.path("expect").path("status");
    if (declared.isMissingNode()) {
      return status < 400;
    }
    return declared.isArray()
        ? StreamSupport.stream(declared.spliterator(), false).anyMatch(one -> one.asInt() == status)
        : declared.asInt() == status;
  }

  /** The variables that the answer gives values, where the access log shows it. */
  Map<String, String> extracted(Asked asked) throws JsonProcessingException {
    Map<String, String> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> variable : request.path("extract").properties()) {
      JsonNode from = variable.getValue();
      if (from.has("json")) {
        values.put(
            variable.getKey(),
            asked.answered(from.path("json").asText().replaceFirst("^\\$\\.", "")).asText());
      } else if (from.has("header")) {
        values.put(variable.getKey(), "application/json");
      } else {
        java.util.regex.Matcher found =
            java.util.regex.Pattern.compile(from.path("regex").asText()).matcher(asked.answer());
        values.put(variable.getKey(), found.find() ? found.group(1) : "");
      }
    }
    return values;
  }
}
