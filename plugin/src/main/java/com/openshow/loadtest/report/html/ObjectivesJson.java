package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Verdict;
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

  static void write(JsonGenerator json, List<Outcome> outcomes) throws IOException {
    json.writeArrayFieldStart("objectives");
    for (Outcome outcome : outcomes) {
      json.writeStartObject();
      write(json, outcome);
      write(json, outcome.certainty(), outcome.objective().observedUnit());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Outcome outcome) throws IOException {
    Objective objective = outcome.objective();
    json.writeStringField("verdict", outcome.verdict().name());
    json.writeStringField("scenario", objective.scope().scenario());
    json.writeBooleanField("warning", outcome.verdict() == Verdict.FAIL && !outcome.failsTheRun());
    json.writeStringField("label", objective.scope().label());
    json.writeStringField("requests", objective.scope().requests().describe());
    json.writeStringField("kind", objective.indicator().kind());
    json.writeStringField("promise", objective.promise());
    json.writeStringField(
        "targetText", outcome.bar().map(ObjectivesJson::text).orElse(objective.target().text()));
    ReportJson.number(json, "target", outcome.bar().map(Bar::value).orElse(Double.NaN));
    json.writeBooleanField("latency", outcome.bar().isPresent() && isDrawn(objective));
    double observed = outcome.observed().orElse(Double.NaN);
    json.writeStringField(
        "observedText",
        outcome.observed().isPresent() ? Quantity.format(observed, objective.observedUnit()) : "–");
    ReportJson.number(json, "observed", observed);
    json.writeNumberField("samples", outcome.samples());
    json.writeStringField("reason", outcome.reason());
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
