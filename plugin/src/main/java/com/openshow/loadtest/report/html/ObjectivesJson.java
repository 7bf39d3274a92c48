package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.util.List;

/** The table of objectives: texts as every other report has them, and numbers to draw. */
final class ObjectivesJson {
  private ObjectivesJson() {}

  static void write(JsonGenerator json, List<Outcome> outcomes) throws IOException {
    json.writeArrayFieldStart("objectives");
    for (Outcome outcome : outcomes) {
      json.writeStartObject();
      write(json, outcome);
      write(json, outcome.certainty(), outcome.objective().indicator().unit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Outcome outcome) throws IOException {
    Objective objective = outcome.objective();
    String unit = objective.indicator().unit();
    json.writeStringField("verdict", outcome.verdict().name());
    json.writeStringField("scenario", objective.scope().scenario());
    json.writeStringField("label", objective.scope().label());
    json.writeStringField("kind", objective.indicator().kind());
    json.writeStringField(
        "targetText",
        (objective.indicator().isMinimum() ? "≥ " : "≤ ")
            + Quantity.format(objective.target(), unit));
    ReportJson.number(json, "target", objective.target());
    json.writeBooleanField("latency", unit.equals("ms"));
    double observed = outcome.observed().orElse(Double.NaN);
    json.writeStringField(
        "observedText", outcome.observed().isPresent() ? Quantity.format(observed, unit) : "–");
    ReportJson.number(json, "observed", observed);
    json.writeNumberField("samples", outcome.samples());
    json.writeStringField("reason", outcome.reason());
  }

  private static void write(JsonGenerator json, Certainty certainty, String unit)
      throws IOException {
    json.writeBooleanField("borderline", certainty.borderline());
    if (certainty.interval().isEmpty()) {
      return;
    }
    Interval interval = certainty.interval().get();
    ReportJson.number(json, "low", interval.low());
    ReportJson.number(json, "high", interval.high());
    json.writeStringField("intervalText", Quantity.format(interval, unit));
  }
}
