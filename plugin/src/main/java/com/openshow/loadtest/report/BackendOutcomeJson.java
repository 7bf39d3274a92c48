package com.openshow.loadtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.metrics.BackendFinding;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.Visit;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Verdict;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** An objective of the backend in {@code verdict.json}: an entry among the load's objectives. */
final class BackendOutcomeJson {
  /** So many series are told; what is left out is better than all of them. */
  private static final int MOST_FINDINGS = 50;

  private BackendOutcomeJson() {}

  static void write(JsonGenerator json, BackendOutcome outcome) throws IOException {
    BackendObjective objective = outcome.objective();
    json.writeStartObject();
    json.writeStringField("name", outcome.name());
    json.writeStringField("scenario", outcome.scenario());
    json.writeStringField("label", "");
    json.writeStringField("tag", "");
    json.writeStringField("kind", outcome.kind());
    Optional<Bar> bar = outcome.bar();
    if (bar.isPresent()) {
      json.writeStringField("op", bar.get().op().label());
    }
    json.writeFieldName("target");
    json.writeObject(bar.map(Bar::value).orElse(null));
    json.writeStringField("window", objective.window().text());
    json.writeStringField("severity", outcome.severity().name().toLowerCase(Locale.ROOT));
    json.writeFieldName("observed");
    writeObserved(json, outcome.observed().orElse(Double.NaN));
    json.writeStringField("unit", outcome.observedUnit());
    json.writeStringField("observedUnit", outcome.observedUnit());
    json.writeNumberField("samples", outcome.samples());
    json.writeBooleanField("enough", outcome.verdict() != Verdict.INCONCLUSIVE);
    Certainty certainty = outcome.certainty();
    VerdictJson.writeInterval(json, certainty.interval(), certainty.designEffect());
    json.writeBooleanField("borderline", certainty.borderline());
    json.writeStringField("verdict", outcome.verdict().name());
    json.writeStringField("reason", outcome.reason());
    json.writeObjectFieldStart("backend");
    writeBackend(json, outcome);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeBackend(JsonGenerator json, BackendOutcome outcome) throws IOException {
    json.writeStringField("source", outcome.objective().source());
    json.writeStringField("query", outcome.objective().claim().query());
    json.writeStringField("promise", outcome.promise());
    json.writeStringField("from", outcome.range().from().toString());
    json.writeStringField("to", outcome.range().to().toString());
    json.writeFieldName("observedText");
    json.writeString(outcome.observedText().orElse(null));
    json.writeArrayFieldStart("series");
    for (BackendFinding finding : outcome.findings().stream().limit(MOST_FINDINGS).toList()) {
      write(json, finding);
    }
    json.writeEndArray();
    json.writeNumberField("moreSeries", Math.max(0, outcome.findings().size() - MOST_FINDINGS));
    json.writeArrayFieldStart("notes");
    for (String note : outcome.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, BackendFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", finding.name());
    json.writeFieldName("observed");
    writeObserved(json, finding.observed().orElse(Double.NaN));
    json.writeNumberField("points", finding.points());
    if (!finding.visits().isEmpty()) {
      json.writeArrayFieldStart("states");
      for (Visit visit : finding.visits()) {
        json.writeStartObject();
        json.writeStringField("state", visit.state());
        json.writeStringField("from", visit.from().toString());
        json.writeStringField("to", visit.to().toString());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeStringField("verdict", finding.verdict().name());
    json.writeStringField("reason", finding.reason());
    json.writeEndObject();
  }

  /** JSON has no NaN and no infinity; the reason tells them. */
  private static void writeObserved(JsonGenerator json, double value) throws IOException {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
