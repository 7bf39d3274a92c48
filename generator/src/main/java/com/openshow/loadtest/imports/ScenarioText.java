package com.openshow.loadtest.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openshow.loadtest.json.PrettyJson;
import com.openshow.loadtest.scenario.Auth;
import com.openshow.loadtest.scenario.PropertyName;
import com.openshow.loadtest.scenario.SloKey;
import com.openshow.loadtest.scenario.UniqueValue;
import com.openshow.loadtest.scenario.read.InvalidScenarioException;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** A draft as the text of a scenario file. */
final class ScenarioText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ScenarioText() {}

  /**
   * The text, read once as every scenario file is.
   *
   * @param file what was imported, for messages
   */
  static Imported of(String file, Draft draft, Notes notes) throws ImportException {
    String json = PrettyJson.of(file(draft));
    try {
      byte[] content = json.getBytes(StandardCharsets.UTF_8);
      ScenarioReader.read("scenarios.json", content);
    } catch (InvalidScenarioException e) {
      throw ImportException.of(
          file,
          "what would be written is not valid, which is a fault of this import; nothing was"
              + " written: "
              + Plain.line(e.problems().get(0).toString(), 300));
    }
    return new Imported(json, notes.lines());
  }

  private static ObjectNode file(Draft draft) {
    ObjectNode file = JSON.objectNode();
    file.put("project_name", draft.project());
    file.put("test_tool", "JMeter");
    file.put("staging_url", draft.stagingUrl());
    file.put("global_vus", draft.scenarios().stream().mapToInt(Draft.Scenario::vus).sum());
    file.put("global_duration", "1m");
    if (draft.signsIn()) {
      file.set(
          "auth",
          JSON.objectNode().put("type", Auth.Type.TOKEN.label()).put("token_env", Draft.TOKEN_ENV));
    }
    ArrayNode scenarios = file.putArray("scenarios");
    draft.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
    return file;
  }

  private static ObjectNode scenario(Draft.Scenario scenario) {
    ObjectNode json = JSON.objectNode();
    json.put("name", scenario.name());
    json.put("type", scenario.type().label());
    json.put("target_vus", scenario.vus());
    ArrayNode endpoints = json.putArray("endpoints");
    Set<String> taken = new HashSet<>();
    scenario.endpoints().forEach(endpoint -> endpoints.add(endpoint(endpoint, taken)));
    return json;
  }

  private static ObjectNode endpoint(DraftEndpoint endpoint, Set<String> taken) {
    ObjectNode json = JSON.objectNode();
    json.put("path", endpoint.path());
    json.put("method", endpoint.method().name());
    json.put("weight", endpoint.weight());
    String name = name(endpoint, taken);
    if (!name.equals(endpoint.label())) {
      json.put("name", name);
    }
    if (!endpoint.params().isEmpty()) {
      ArrayNode params = json.putArray("params");
      endpoint.params().forEach(params::add);
    }
    if (!endpoint.headers().isEmpty()) {
      ObjectNode headers = json.putObject("headers");
      endpoint.headers().forEach(headers::put);
    }
    endpoint
        .body()
        .ifPresent(
            body -> {
              if (body.uniqueEmail()) {
                json.put("data_type", UniqueValue.EMAIL);
              }
              json.set("body", body.json());
            });
    if (endpoint.statuses().size() == 1) {
      json.putObject("expect").put("status", endpoint.statuses().get(0));
    } else if (endpoint.statuses().size() > 1) {
      ArrayNode statuses = json.putObject("expect").putArray("status");
      endpoint.statuses().forEach(statuses::add);
    }
    json.put("auth", endpoint.auth());
    json.put(SloKey.SLO_P95_MS.key(), endpoint.p95Millis());
    if (!endpoint.tags().isEmpty()) {
      ArrayNode tags = json.putArray("tags");
      endpoint.tags().forEach(tags::add);
    }
    if (!endpoint.note().isEmpty()) {
      json.put("note", endpoint.note());
    }
    return json;
  }

  /** The first of its names that no other has, or that with a number. */
  private static String name(DraftEndpoint endpoint, Set<String> taken) {
    String label = endpoint.label();
    for (String name : endpoint.names()) {
      if (!name.isEmpty() && taken.add(PropertyName.of(name))) {
        return name;
      }
    }
    if (endpoint.names().isEmpty() && taken.add(PropertyName.of(label))) {
      return label;
    }
    for (int i = 2; ; i++) {
      // A label may be as long as its path, a name may not.
      String numbered = Plain.line(Plain.text(label), 180) + " " + i;
      if (taken.add(PropertyName.of(numbered))) {
        return numbered;
      }
    }
  }
}
