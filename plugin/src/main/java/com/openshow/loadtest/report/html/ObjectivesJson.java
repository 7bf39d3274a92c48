package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.Timing;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The table of objectives: texts as every other report has them, and numbers to draw. */
final class ObjectivesJson {
  private static final Map<Comparison, String> SIGNS =
      Map.of(Comparison.LTE, "≤", Comparison.LT, "<", Comparison.GTE, "≥", Comparison.GT, ">");

  private ObjectivesJson() {}

  static void write(JsonGenerator json, List<Judged> objectives) throws IOException {
    json.writeArrayFieldStart("objectives");
    for (Judged judged : objectives) {
      json.writeStartObject();
      write(json, judged);
      write(json, judged.certainty(), judged.observedUnit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Judged judged) throws IOException {
    json.writeStringField("verdict", judged.word());
    json.writeStringField("scenario", judged.scenario());
    writeScope(json, judged);
    json.writeStringField("kind", judged.kind());
    json.writeStringField("promise", judged.promise());
    ReportJson.number(json, "target", judged.bar().map(Bar::value).orElse(Double.NaN));
    json.writeStringField("observedText", judged.observedText().orElse("–"));
    ReportJson.number(json, "observed", judged.observed().orElse(Double.NaN));
    json.writeNumberField("samples", judged.samples());
    json.writeStringField("reason", judged.reason());
  }

  /** What it speaks of, and what its charts need to know. */
  private static void writeScope(JsonGenerator json, Judged judged) throws IOException {
    if (!(judged instanceof Outcome outcome)) {
      json.writeNullField("label");
      json.writeStringField("requests", judged.subject());
      json.writeStringField(
          "targetText", judged.bar().map(ObjectivesJson::text).orElse(judged.promise()));
      json.writeBooleanField("latency", false);
      return;
    }
    Objective objective = outcome.objective();
    json.writeStringField("label", objective.scope().label());
    json.writeStringField("requests", objective.scope().requests().describe());
    json.writeStringField(
        "targetText", outcome.bar().map(ObjectivesJson::text).orElse(objective.target().text()));
    json.writeBooleanField("latency", outcome.bar().isPresent() && isDrawn(objective));
  }

  private static String text(Bar bar) {
    return SIGNS.get(bar.op()) + " " + Quantity.format(bar.value(), bar.unit());
  }

  /** Whether its target is a line in the charts of the latency. */
  private static boolean isDrawn(Objective objective) {
    return objective.observedUnit().equals(objective.indicator().unit())
        && objective.indicator() instanceof LatencyIndicator latency
        && latency.which().timing() == Timing.RESPONSE;
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
