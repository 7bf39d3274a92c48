package com.openshow.loadtest.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All requests that a scenario file declares, with those that sign a virtual user in. */
record Declaration(JsonNode file, List<Declared> requests) {
  private static final List<String> WITH_TOKEN =
      List.of("/api/v1/auth/me", "/api/v1/projects", "/api/v1/payments");

  /** What the labels of requests that delete begin with. */
  static final String CLEANUP = "cleanup: ";

  static Declaration read(Path path) throws IOException {
    ObjectMapper mapper =
        path.toString().endsWith(".yaml")
            ? new ObjectMapper(new YAMLFactory())
            : new ObjectMapper();
    JsonNode file = mapper.readTree(path.toFile());
    Declaration declaration = new Declaration(file, new ArrayList<>());
    if (!file.path("auth").path("type").asText("sign_up").equals("token")) {
      declaration.addSignIn(
          "signup", "{\"email\": \"{a}\", \"password\": \"\", \"name\": \"Load Test\"}");
      declaration.addSignIn("login", "{\"email\": \"{a}\", \"password\": \"\"}");
    }
    readBodies(file, path, mapper);
    for (JsonNode scenario : file.path("scenarios")) {
      scenario.path("setup").forEach(step -> declaration.add("setup: ", step));
      scenario.path("flow").forEach(step -> declaration.add("", step));
      scenario.path("endpoints").forEach(endpoint -> declaration.add("", endpoint));
    }
    return declaration;
  }

  /** A body that stands in a file is declared there; a variable without quotes is a text here. */
  private static void readBodies(JsonNode node, Path file, ObjectMapper mapper) throws IOException {
    if (node instanceof ObjectNode request && request.has("body_file")) {
      String body = Files.readString(file.resolveSibling(request.path("body_file").asText()));
      request.set("body", mapper.readTree(body.replaceAll(": \\{(\\w+)}", ": {\"var\": \"$1\"}")));
    }
    for (JsonNode child : node) {
      readBodies(child, file, mapper);
    }
  }

  private void addSignIn(String what, String body) throws IOException {
    String path = file.path("auth").path(what + "_path").asText("/api/v1/auth/" + what);
    ObjectMapper json = new ObjectMapper();
    JsonNode request =
        json.createObjectNode()
            .put("method", "POST")
            .put("path", path)
            .set("body", json.readTree(body));
    requests.add(
        new Declared("setup: POST " + path, request, file.path("defaults").path("headers"), false));
  }

  private void add(String prefix, JsonNode request) {
    String path = request.path("path").asText();
    String label = request.path("name").asText(request.path("method").asText() + " " + path);
    boolean token =
        request.has("auth")
            ? request.path("auth").asBoolean()
            : WITH_TOKEN.stream().anyMatch(due -> (path + "/").startsWith(due + "/"));
    requests.add(
        new Declared(prefix + label, request, file.path("defaults").path("headers"), token));
    if (request.has("cleanup")) {
      addCleanup(request.path("cleanup"));
    }
  }

  /**
   * What deletes is declared as what creates is; its query is one, and DELETE where nothing is
   * said.
   */
  private void addCleanup(JsonNode cleanup) {
    ObjectNode request = cleanup.deepCopy();
    request.put("method", cleanup.path("method").asText("DELETE"));
    if (cleanup.has("params")) {
      request.putArray("params").add(cleanup.path("params").asText());
    }
    add(CLEANUP, request);
  }

  /** The declared request that fits; of several, or none, the tests want to know. */
  List<Declared> matching(Asked asked) throws IOException {
    List<Declared> matching = new ArrayList<>();
    for (Declared declared : requests) {
      if (declared.match(asked).isPresent()) {
        matching.add(declared);
      }
    }
    return matching;
  }

  /** A scenario by its name. */
  JsonNode scenario(String name) {
    for (JsonNode scenario : file.path("scenarios")) {
      if (scenario.path("name").asText().equals(name)) {
        return scenario;
      }
    }
    return Optional.<JsonNode>empty().orElseThrow();
  }
}
