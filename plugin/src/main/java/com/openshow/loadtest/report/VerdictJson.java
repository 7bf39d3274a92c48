package com.openshow.loadtest.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.slo.Breach;
import com.openshow.loadtest.slo.Capacity;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Load;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.Requests;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** {@code verdict.json}, as its published schema describes it. */
final class VerdictJson {
  static final String FILE_NAME = "verdict.json";

  /** Rises when a reader of the former version could misread the new one. */
  static final int SCHEMA_VERSION = 1;

  private VerdictJson() {}

  static String render(Judgement judgement) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      // Line ends and indentation do not depend on the platform.
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter)
              .withSeparators(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
      write(json, judgement);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Judgement judgement) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeStringField("verdict", judgement.verdict().name());
    json.writeStringField("startedAt", judgement.startedAt().toString());
    json.writeStringField("endedAt", judgement.endedAt().toString());
    json.writeFieldName("interruption");
    json.writeString(judgement.interruption().orElse(null));
    json.writeFieldName("aborted");
    json.writeString(judgement.aborted().orElse(null));
    json.writeArrayFieldStart("schedules");
    for (Pacing pacing : judgement.pacing()) {
      write(json, pacing);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("capacities");
    for (Capacity capacity : judgement.capacities()) {
      write(json, capacity);
    }
    json.writeEndArray();
    FaultJson.write(json, judgement.faults());
    if (judgement.shifts().isPresent()) {
      BaselineJson.write(json, judgement.shifts().get());
    }
    json.writeArrayFieldStart("objectives");
    for (Outcome outcome : judgement.outcomes()) {
      write(json, outcome);
    }
    for (Judged judged : judgement.backend()) {
      if (judged instanceof BackendOutcome outcome) {
        BackendOutcomeJson.write(json, outcome);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Pacing pacing) throws IOException {
    json.writeStartObject();
    json.writeStringField("scenario", pacing.scenario());
    json.writeNumberField("planned", Math.round(pacing.planned()));
    json.writeNumberField("achieved", pacing.achieved());
    json.writeNumberField("worstLagMillis", pacing.worstLagMillis());
    json.writeNumberField("totalLagMillis", pacing.totalLagMillis());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Certainty certainty) throws IOException {
    writeInterval(json, certainty.interval(), certainty.designEffect());
    json.writeBooleanField("borderline", certainty.borderline());
  }

  /** Where a true value lies, as the field {@code confidenceInterval}. */
  static void writeInterval(JsonGenerator json, Optional<Interval> interval, double designEffect)
      throws IOException {
    if (interval.isEmpty()) {
      json.writeNullField("confidenceInterval");
      return;
    }
    json.writeObjectFieldStart("confidenceInterval");
    json.writeNumberField("low", interval.get().low());
    writeNumber(json, "high", interval.get().high());
    // A bound on each side.
    json.writeNumberField("level", 1 - 2 * Interval.RISK);
    json.writeNumberField("designEffect", designEffect);
    json.writeEndObject();
  }

  /** A bound that may be missing. */
  static void writeNumber(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isInfinite(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static void write(JsonGenerator json, Target target, Outcome outcome) throws IOException {
    json.writeFieldName("target");
    json.writeObject(outcome.targetValue().orElse(null));
    if (target instanceof Target.OfBaseline) {
      json.writeStringField("targetText", target.text());
    }
  }

  private static void write(JsonGenerator json, Capacity capacity) throws IOException {
    json.writeStartObject();
    json.writeStringField("scenario", capacity.scenario());
    json.writeFieldName("requestsPerSecond");
    json.writeObject(capacity.load().map(Load::requestsPerSecond).orElse(null));
    json.writeFieldName("virtualUsers");
    json.writeObject(capacity.load().map(Load::virtualUsers).orElse(null));
    if (capacity.breach().isPresent()) {
      Breach breach = capacity.breach().get();
      json.writeObjectFieldStart("breach");
      json.writeStringField("from", breach.from().toString());
      json.writeStringField("objective", breach.outcome().objective().name());
      json.writeNumberField("observed", breach.outcome().observed().orElseThrow());
      json.writeNumberField("target", breach.outcome().bar().orElseThrow().value());
      json.writeStringField("unit", breach.outcome().objective().indicator().unit());
      json.writeEndObject();
    } else {
      json.writeNullField("breach");
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Outcome outcome) throws IOException {
    Objective objective = outcome.objective();
    json.writeStartObject();
    json.writeStringField("name", objective.name());
    json.writeStringField("scenario", objective.scope().scenario());
    json.writeStringField("label", objective.scope().label());
    json.writeStringField("tag", tag(objective.scope().requests()));
    json.writeStringField("kind", objective.indicator().kind());
    json.writeStringField("op", objective.op().label());
    write(json, objective.target(), outcome);
    json.writeStringField("window", objective.window().text());
    json.writeStringField("severity", objective.terms().severity().name().toLowerCase(Locale.ROOT));
    if (outcome.observed().isPresent()) {
      json.writeNumberField("observed", outcome.observed().getAsDouble());
    } else {
      json.writeNullField("observed");
    }
    writeOtherwise(json, outcome);
    json.writeStringField("unit", objective.indicator().unit());
    json.writeStringField("observedUnit", objective.observedUnit());
    json.writeNumberField("samples", outcome.samples());
    json.writeBooleanField("enough", outcome.enough());
    write(json, outcome.certainty());
    if (outcome.against().isPresent()) {
      BaselineJson.write(json, outcome.against().get());
    }
    json.writeStringField("verdict", outcome.verdict().name());
    json.writeStringField("reason", outcome.reason());
    json.writeEndObject();
  }

  private static String tag(Requests requests) {
    return requests instanceof Requests.Tagged tagged ? tagged.tag() : "";
  }

  /** A latency with and without failed requests: both, whichever is judged. */
  private static void writeOtherwise(JsonGenerator json, Outcome outcome) throws IOException {
    if (!(outcome.objective().indicator() instanceof LatencyIndicator latency)) {
      return;
    }
    boolean counted = latency.which().failedCounted();
    json.writeBooleanField("failedCounted", counted);
    json.writeFieldName(counted ? "observedWithoutFailed" : "observedWithFailed");
    if (outcome.otherwise().isPresent()) {
      json.writeNumber(outcome.otherwise().getAsDouble());
    } else {
      json.writeNull();
    }
  }
}
