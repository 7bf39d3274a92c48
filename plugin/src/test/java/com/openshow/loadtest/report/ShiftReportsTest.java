package com.openshow.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.report.html.HtmlReport;
import com.openshow.loadtest.report.html.RunData;
import com.openshow.loadtest.slo.Figure;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Shifts;
import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.measure.Measurement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison with an earlier run stands in every report. */
final class ShiftReportsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Optional<Figure> HUNDRED =
      Optional.of(new Figure(100, Optional.of(new Interval(90, 110)), 1));
  private static final Optional<Figure> OPEN =
      Optional.of(new Figure(120, Optional.of(new Interval(100, Double.POSITIVE_INFINITY)), 1.5));

  private static final Judgement JUDGEMENT =
      new Judgement(
          START,
          START.plusSeconds(5),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.of(
              new Shifts(
                  List.of(
                      new Shifts.Row(
                          "S",
                          "GET |\u001b <b>",
                          95,
                          HUNDRED,
                          OPEN,
                          Optional.of(new Interval(-5.25, Double.POSITIVE_INFINITY))),
                      new Shifts.Row(
                          "S", "GET /b", 99.9, HUNDRED, Optional.empty(), Optional.empty())))),
          List.of());

  @TempDir private Path folder;

  @Test
  void theTableForPeopleSaysWhatIsKnown() throws Exception {
    assertThat(ConsoleTable.render(JUDGEMENT))
        .containsPattern("scenario +request +latency +baseline +now +shift +true shift\n-+\n")
        .containsPattern("\nS +GET [|][?] <b> +p95 +100 ms +120 ms +[+]20.0 % +-5.3 % or more\n")
        .containsPattern("\nS +GET /b +p99.9 +100 ms +too few samples +- +-\n");
    Reports.write(JUDGEMENT, "suite", folder);
    assertThat(folder.resolve("verdict.md"))
        .content()
        .contains("| S | GET \\|  \\<b\\> | p95 | 100 ms | 120 ms | \\+20.0 % | -5.3 % or more |");
  }

  @Test
  void theTableForProgramsHasNullsForWhatIsNotKnown() throws Exception {
    Reports.write(JUDGEMENT, "suite", folder);
    JsonNode rows =
        new ObjectMapper().readTree(folder.resolve("verdict.json").toFile()).path("baseline");
    assertThat(rows.path(0).path("shiftPercent").asDouble()).isCloseTo(20, within(1e-9));
    assertThat(rows.path(0).path("trueShiftPercent").path("high").isNull()).isTrue();
    assertThat(rows.path(0).at("/now/confidenceInterval/high").isNull()).isTrue();
    assertThat(rows.path(1).path("now").isNull()).isTrue();
    assertThat(rows.path(1).path("shiftPercent").isNull()).isTrue();
  }

  @Test
  void thePageHasTheSameNumbers() {
    RunData run =
        new RunData(
            "plan",
            JUDGEMENT,
            new Measurement(START, START.plusSeconds(5), Map.of()),
            List.of(),
            List.of());
    assertThat(HtmlReport.render(run))
        .contains(
            "\"shifts\":[{\"scenario\":\"S\",\"label\":\"GET |\\u001B \\u003Cb\\u003E\","
                + "\"kind\":\"p95\",\"before\":100,\"now\":120,\"percent\":20,\"low\":-5.25,"
                + "\"high\":null},");
  }
}
