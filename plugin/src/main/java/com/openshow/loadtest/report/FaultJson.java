package com.openshow.loadtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.FaultTime;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The member {@code faults} of {@code verdict.json}. */
final class FaultJson {
  private FaultJson() {}

  static void write(JsonGenerator json, List<FaultTime> faults) throws IOException {
    json.writeArrayFieldStart("faults");
    for (FaultTime fault : faults) {
      json.writeStartObject();
      json.writeStringField("name", fault.name());
      json.writeStringField("beganAt", fault.beginning().toString());
      write(json, "onAt", fault.on());
      write(json, "endingAt", fault.ending());
      write(json, "offAt", fault.off());
      json.writeStringField("problem", fault.problem().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, Optional<Instant> at)
      throws IOException {
    json.writeStringField(name, at.map(Instant::toString).orElse(null));
  }
}
