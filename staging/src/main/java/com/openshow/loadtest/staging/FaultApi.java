package com.openshow.loadtest.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeSet;

/** Switches faults on and off. */
final class FaultApi {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Faults faults;

  FaultApi(Faults faults) {
    this.faults = faults;
  }

  void list(Context context) {
    context.json(faults.list());
  }

  void on(Context context) {
    FaultName name = name(context);
    Fault standard = Fault.standard(name);
    try {
      JsonNode given = MAPPER.readTree(context.body().isBlank() ? "{}" : context.body());
      requireKnown(name, given);
      faults.on(
          name,
          new Fault(
              given.path("path_prefix").asText(standard.pathPrefix()),
              given.path("millis").asLong(standard.millis()),
              given.path("ratio").asDouble(standard.ratio()),
              given.path("status").asInt(standard.status()),
              given.path("threads").asInt(standard.threads())));
    } catch (JsonProcessingException e) {
      throw new ApiException(400, "the body is not JSON");
    } catch (IllegalArgumentException e) {
      throw new ApiException(400, String.valueOf(e.getMessage()));
    }
    context.json(faults.list());
  }

  /** A slip in a parameter would be a fault that is not the one asked for. */
  private static void requireKnown(FaultName name, JsonNode given) {
    if (!given.isObject()) {
      throw new IllegalArgumentException("the body must be a JSON object");
    }
    for (Map.Entry<String, JsonNode> parameter : given.properties()) {
      if (!name.parameters().contains(parameter.getKey())) {
        throw new IllegalArgumentException(
            "no parameter \""
                + parameter.getKey()
                + "\"; there are "
                + new TreeSet<>(name.parameters()));
      }
      boolean right =
          switch (parameter.getKey()) {
            case "path_prefix" -> parameter.getValue().isTextual();
            case "ratio" -> parameter.getValue().isNumber();
            default ->
                parameter.getValue().isIntegralNumber() && parameter.getValue().canConvertToInt();
          };
      if (!right) {
        throw new IllegalArgumentException(parameter.getKey() + " has the wrong type of value");
      }
    }
  }

  void off(Context context) {
    faults.off(name(context));
    context.json(faults.list());
  }

  void allOff(Context context) {
    faults.allOff();
    context.json(faults.list());
  }

  private static FaultName name(Context context) {
    String label = context.pathParam("name");
    return FaultName.of(label)
        .orElseThrow(
            () ->
                new ApiException(
                    404, "no fault \"" + label + "\"; there are " + FaultName.labels()));
  }
}
