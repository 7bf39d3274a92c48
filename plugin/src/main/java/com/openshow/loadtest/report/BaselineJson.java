package com.openshow.loadtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Against;
import com.openshow.loadtest.slo.Figure;
import com.openshow.loadtest.slo.Shifts;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.util.Optional;

/** What {@code verdict.json} says of an earlier run. */
final class BaselineJson {
  private BaselineJson() {}

  /** Of one objective. */
  static void write(JsonGenerator json, Against against) throws IOException {
    json.writeObjectFieldStart("baseline");
    write(json, against.baseline());
    range(json, "difference", against.difference());
    json.writeEndObject();
  }

  /** Of the whole run. */
  static void write(JsonGenerator json, Shifts shifts) throws IOException {
    json.writeArrayFieldStart("baseline");
    for (Shifts.Row row : shifts.rows()) {
      json.writeStartObject();
      json.writeStringField("scenario", row.scenario());
      json.writeStringField("label", row.label());
      json.writeNumberField("percentile", row.percentile());
      figure(json, "before", row.before());
      figure(json, "now", row.now());
      if (row.percent().isPresent()) {
        json.writeNumberField("shiftPercent", row.observedPercent());
      } else {
        json.writeNullField("shiftPercent");
      }
      range(json, "trueShiftPercent", row.percent());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void figure(JsonGenerator json, String name, Optional<Figure> figure)
      throws IOException {
    if (figure.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    write(json, figure.get());
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, String name, Optional<Interval> range)
      throws IOException {
    if (range.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    VerdictJson.writeNumber(json, "low", range.get().low());
    VerdictJson.writeNumber(json, "high", range.get().high());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Figure figure) throws IOException {
    json.writeNumberField("observed", figure.value());
    VerdictJson.writeInterval(json, figure.interval(), figure.designEffect());
  }
}
