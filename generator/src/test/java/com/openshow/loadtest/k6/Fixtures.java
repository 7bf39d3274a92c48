package com.openshow.loadtest.k6;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.k6.RecordingServer.Answer;
import com.openshow.loadtest.k6.RecordingServer.Asked;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** Scenario files and answers of the tests that run scripts. */
final class Fixtures {
  private Fixtures() {}

  static String test(String scenarios) {
    return auth("\"type\": \"sign_up\"", scenarios);
  }

  static String auth(String auth, String scenarios) {
    return """
        {"project_name": "p", "test_tool": "t", "staging_url": "http://h", "global_vus": 9,
         "global_duration": "60s", "defaults": {}, "auth": {%s}, "scenarios": [%s]}
        """
        .formatted(auth, scenarios);
  }

  static String mix(String name, List<Double> weights) {
    StringBuilder endpoints = new StringBuilder();
    for (int i = 0; i < weights.size(); i++) {
      endpoints
          .append(i == 0 ? "" : ", ")
          .append(
              "{\"path\": \"/"
                  + i
                  + "\", \"method\": \"GET\", \"weight\": "
                  + weights.get(i)
                  + "}");
    }
    return "{\"name\": \"%s\", \"type\": \"Smoke\", \"target_vus\": 1, \"target_rps\": 1, \"endpoints\": [%s]}"
        .formatted(name, endpoints);
  }

  static Answer backend(Asked asked) {
    return switch (asked.method() + " " + asked.uri()) {
      case "POST /api/v1/auth/login" -> new Answer(200, "{\"token\": \"" + token(1_000) + "\"}");
      case "POST /api/v1/projects" -> new Answer(201, "{\"id\": 7}");
      case "POST /api/v1/payments/escrow/lock" -> new Answer(201, "{\"escrow_id\": 9}");
      case "GET /api/v1/projects/999999999" -> new Answer(404, "{}");
      default -> new Answer(200, "{\"id\": 7, \"items\": []}");
    };
  }

  /** A JWT that lives so long. */
  static String token(int seconds) {
    String claims = "{\"iat\": 1000, \"exp\": " + (1_000 + seconds) + "}";
    return "e30."
        + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8))
        + ".c2ln";
  }

  static long failures(JsonNode run) {
    return StreamSupport.stream(run.get("samples").spliterator(), false)
        .filter(sample -> sample.get("metric").asText().equals("request_failed"))
        .filter(sample -> sample.get("tags").get("phase").asText().equals("measured"))
        .filter(sample -> sample.get("value").asBoolean())
        .count();
  }

  static Asked last(RecordingServer server, String uri) {
    List<Asked> asked = server.asked().stream().filter(one -> one.uri().equals(uri)).toList();
    return asked.get(asked.size() - 1);
  }

  static List<String> bodies(RecordingServer server, String end) {
    return server.asked().stream().filter(one -> one.uri().endsWith(end)).map(Asked::body).toList();
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
