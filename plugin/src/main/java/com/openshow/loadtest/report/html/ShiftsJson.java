package com.openshow.loadtest.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.openshow.loadtest.slo.Figure;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Shifts;
import com.openshow.loadtest.slo.confidence.Interval;
import java.io.IOException;
import java.util.Optional;

/** By how much latencies differ from an earlier run. */
final class ShiftsJson {
  /** Of 200 requests, as many as have charts. */
  private static final int MOST = 5 * Contents.MOST_ENDPOINTS;

  private ShiftsJson() {}

  static void write(JsonGenerator json, Optional<Shifts> shifts) throws IOException {
    json.writeArrayFieldStart("shifts");
    if (shifts.isPresent()) {
      for (Shifts.Row row : shifts.get().rows().stream().limit(MOST).toList()) {
        json.writeStartObject();
        write(json, row);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Shifts.Row row) throws IOException {
    json.writeStringField("scenario", row.scenario());
    json.writeStringField("label", row.label());
    json.writeStringField("kind", "p" + LatencyPercentile.plain(row.percentile()));
    ReportJson.number(json, "before", row.before().map(Figure::value).orElse(Double.NaN));
    ReportJson.number(json, "now", row.now().map(Figure::value).orElse(Double.NaN));
    ReportJson.number(
        json, "percent", row.percent().isPresent() ? row.observedPercent() : Double.NaN);
    ReportJson.number(json, "low", row.percent().map(Interval::low).orElse(Double.NaN));
    ReportJson.number(json, "high", row.percent().map(Interval::high).orElse(Double.NaN));
  }
}
