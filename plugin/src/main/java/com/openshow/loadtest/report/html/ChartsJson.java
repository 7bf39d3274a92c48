package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.LatencyDistribution.Point;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the charts are drawn from: a column a series, a row a part of the time. */
final class ChartsJson {
  private static final double[] SUMMARY = {50, 90, 95, 99, 99.9, 99.99, 100};
  private static final LabelStatistics NONE = LabelStatistics.none();

  private final JsonGenerator json;
  private final RunData run;
  private final Contents contents;

  ChartsJson(JsonGenerator json, RunData run, Contents contents) {
    this.json = json;
    this.run = run;
    this.contents = contents;
  }

  void write() throws IOException {
    column("starts", contents.timeline(), part -> since(part.startedAt()));
    column("ends", contents.timeline(), part -> since(part.endedAt()));
    json.writeNumberField("windows", run.whole().parts().size());
    json.writeArrayFieldStart("scenarios");
    for (Map.Entry<String, List<SampleKey>> scenario : contents.endpoints().entrySet()) {
      scenario(scenario.getKey(), scenario.getValue());
    }
    json.writeEndArray();
  }

  private double since(Instant time) {
    return ReportJson.seconds(run.judgement().startedAt(), time);
  }

  private void scenario(String name, List<SampleKey> endpoints) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", name);
    column(
        "achieved",
        contents.timeline(),
        part -> {
          double seconds = ReportJson.seconds(part.startedAt(), part.endedAt());
          return samples(part, name) / Math.max(seconds, 0.001);
        });
    for (PlannedRate rate : run.plannedRates()) {
      if (rate.scenario().equals(name)) {
        column(
            "planned",
            contents.timeline(),
            part -> rate.mean(since(part.startedAt()), since(part.endedAt())));
      }
    }
    for (Pacing pacing : run.judgement().pacing()) {
      if (pacing.scenario().equals(name)) {
        json.writeObjectFieldStart("pacing");
        json.writeNumberField("planned", Math.round(pacing.planned()));
        json.writeNumberField("achieved", pacing.achieved());
        json.writeNumberField("worstLagMillis", pacing.worstLagMillis());
        json.writeEndObject();
      }
    }
    json.writeArrayFieldStart("endpoints");
    for (SampleKey endpoint : endpoints) {
      endpoint(endpoint);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static long samples(Measurement part, String scenario) {
    return part.statistics().entrySet().stream()
        .filter(entry -> entry.getKey().scenario().equals(scenario))
        .mapToLong(entry -> entry.getValue().samples())
        .sum();
  }

  private void endpoint(SampleKey key) throws IOException {
    LabelStatistics whole = run.whole().select(key::equals);
    LatencyDistribution latencies = whole.latencies();
    List<LabelStatistics> parts =
        contents.timeline().stream()
            .map(part -> part.statistics().getOrDefault(key, NONE))
            .toList();
    json.writeStartObject();
    json.writeStringField("label", key.label());
    json.writeNumberField("samples", whole.samples());
    json.writeNumberField("errors", whole.errors());
    ReportJson.number(json, "mean", latencies.mean().orElse(Double.NaN));
    json.writeArrayFieldStart("summary");
    for (double percentile : SUMMARY) {
      ReportJson.number(json, latencies.percentile(percentile).orElse(Double.NaN));
    }
    json.writeEndArray();
    column("p50", parts, part -> part.latencies().percentile(50).orElse(Double.NaN));
    column("p95", parts, part -> part.latencies().percentile(95).orElse(Double.NaN));
    column("p99", parts, part -> part.latencies().percentile(99).orElse(Double.NaN));
    column("counts", parts, LabelStatistics::samples);
    column("failures", parts, LabelStatistics::errors);
    List<Point> spectrum = latencies.spectrum();
    // One over the share above: the axis of HdrHistogram's plots, where 99 and 99.9 are as far
    // apart as 90 and 99.
    column("shares", spectrum, point -> 100 / (100 - point.percentile()));
    column("latencies", spectrum, Point::latencyMillis);
    json.writeEndObject();
  }

  private <T> void column(String name, List<T> rows, ToDoubleFunction<T> value) throws IOException {
    json.writeArrayFieldStart(name);
    for (T row : rows) {
      ReportJson.number(json, value.applyAsDouble(row));
    }
    json.writeEndArray();
  }
}
