package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The data of the report as one block of JSON that may stand in a script element: it holds no
 * {@code <}, {@code >} or {@code &}, and no character beyond ASCII.
 */
final class ReportJson {
  private ReportJson() {}

  static String render(RunData run) {
    StringWriter text = new StringWriter();
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    factory.setCharacterEscapes(new HtmlEscapes());
    try (JsonGenerator json = factory.createGenerator(text)) {
      write(json, run);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, RunData run) throws IOException {
    Judgement judgement = run.judgement();
    Contents contents = Contents.of(run);
    json.writeStartObject();
    json.writeStringField("plan", run.plan());
    json.writeStringField("verdict", judgement.verdict().name());
    for (Verdict verdict : Verdict.values()) {
      json.writeNumberField(verdict.name().toLowerCase(Locale.ROOT), judgement.count(verdict));
    }
    json.writeNumberField("startedAtMillis", judgement.startedAt().toEpochMilli());
    number(json, "seconds", seconds(judgement.startedAt(), judgement.endedAt()));
    json.writeStringField("interruption", judgement.interruption().orElse(null));
    json.writeStringField("aborted", judgement.aborted().orElse(null));
    json.writeNumberField("warnings", judgement.warnings());
    ObjectivesJson.write(json, contents.objectives());
    new ChartsJson(json, run, contents).write();
    BackendJson.write(json, run);
    json.writeNumberField("hiddenEndpoints", contents.hiddenEndpoints());
    ShiftsJson.write(json, judgement.shifts());
    json.writeArrayFieldStart("errors");
    for (ErrorSample error : contents.errors()) {
      write(json, error);
    }
    json.writeEndArray();
    json.writeNumberField("hiddenErrors", contents.hiddenErrors());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ErrorSample error) throws IOException {
    json.writeStartObject();
    json.writeStringField("scenario", error.scenario());
    json.writeStringField("label", error.label());
    json.writeStringField("code", clip(error.responseCode()));
    json.writeStringField("message", clip(error.firstMessage()));
    json.writeNumberField("count", error.count());
    json.writeEndObject();
  }

  private static String clip(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500) + "…";
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    number(json, value);
  }

  /** To a thousandth, which no chart shows: the file stays small. Null where there is no number. */
  static void number(JsonGenerator json, double value) throws IOException {
    if (!Double.isFinite(value)) {
      json.writeNull();
      return;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    json.writeNumber(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private static final class HtmlEscapes extends CharacterEscapes {
    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }
}
