package com.openshow.loadtest.metrics.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of the table of answers, conformance.txt. */
record ConformanceRow(String name, Map<String, List<String>> lines) {
  private static final String START = "== ";
  private static final Set<String> TYPES =
      Set.of("matrix", "vector", "scalar", "string", "streams");

  static List<ConformanceRow> all() throws IOException {
    List<ConformanceRow> rows = new ArrayList<>();
    for (String line : text().lines().toList()) {
      if (line.startsWith(START)) {
        rows.add(new ConformanceRow(line.substring(START.length()), new LinkedHashMap<>()));
      } else if (!rows.isEmpty() && !line.isEmpty()) {
        int colon = line.indexOf(':');
        rows.get(rows.size() - 1)
            .lines
            .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    return rows;
  }

  private static String text() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(ConformanceRow.class.getResourceAsStream("conformance.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What stands behind a key, each time that it is there. */
  List<String> get(String key) {
    return lines.getOrDefault(key, List.of());
  }

  /** What stands behind a key that is there at most once. */
  String get(String key, String otherwise) {
    return get(key).isEmpty() ? otherwise : get(key).get(0);
  }

  /** The body of the answer. */
  String body() {
    String body = unpadded();
    return body
        + " ".repeat(Integer.parseInt(get("pad", Integer.toString(body.length()))) - body.length());
  }

  private String unpadded() {
    return lines.keySet().stream()
        .filter(TYPES::contains)
        .findFirst()
        .map(type -> success(type, get(type).get(0), get("plus", "")))
        .orElseGet(() -> get("body", ""));
  }

  static String success(String type, String result, String plus) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\""
        + type
        + "\",\"result\":"
        + result
        + "}"
        + (plus.isEmpty() ? "" : "," + plus)
        + "}";
  }

  /** The answer to the question whose samples there were. */
  String targets() {
    return success(
        "vector",
        get("targets", "")
            .lines()
            .flatMap(line -> List.of(line.split(" ", -1)).stream())
            .map(
                instance ->
                    "{\"metric\":{\"job\":\"api\",\"instance\":\""
                        + instance
                        + "\"},\"value\":[1004,\"1\"]}")
            .collect(Collectors.joining(",", "[", "]")),
        "");
  }

  /** The answer to the question for {@code up}. */
  String ups() {
    return success(
        "matrix",
        lines.entrySet().stream()
            .filter(line -> line.getKey().startsWith("up "))
            .map(
                line ->
                    "{\"metric\":{\"__name__\":\"up\",\"job\":\"api\",\"instance\":\""
                        + line.getKey().substring("up ".length())
                        + "\"},\"values\":"
                        + pairs(line.getValue().get(0))
                        + "}")
            .collect(Collectors.joining(",", "[", "]")),
        "");
  }

  private static String pairs(String points) {
    return List.of(points.split(" ", -1)).stream()
        .map(point -> "[" + point.replace(":", ",\"") + "\"]")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public String toString() {
    return name;
  }
}
