package com.openshow.loadtest.staging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

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
      faults.on(
          name,
          new Fault(
              given.path("path_prefix").asText(standard.pathPrefix()),
              given.path("millis").asLong(standard.millis()),
              given.path("ratio").asDouble(standard.ratio()),
              given.path("status").asInt(standard.status())));
    } catch (JsonProcessingException e) {
      throw new ApiException(400, "the body is not JSON");
    } catch (IllegalArgumentException e) {
      throw new ApiException(400, String.valueOf(e.getMessage()));
    }
    context.json(faults.list());
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
