package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.BackendJudge;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.Grouping;
import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.Reducer;
import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.ValueClaim;
import com.openshow.loadtest.metrics.http.HostileServer;
import com.openshow.loadtest.metrics.http.HttpConnection;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Verdict;
import com.openshow.loadtest.slo.Window;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of every answer in conformance.txt. */
@Timeout(120)
final class ConformanceTest {
  private static final Instant END = Instant.ofEpochSecond(1004);
  private static final TimeRange RANGE = new TimeRange(Instant.ofEpochSecond(1000), END);
  private static final Limits SMALL = new Limits(10_000, 20);

  static List<ConformanceRow> rows() throws Exception {
    return ConformanceRow.all();
  }

  @Test
  void theTableHasWhatItShould() throws Exception {
    assertThat(rows()).hasSizeGreaterThan(90).doesNotHaveDuplicates();
    assertThat(rows()).extracting(ConformanceRow::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void anAnswerIsReadAndJudgedAsTheTableSays(ConformanceRow row) throws Exception {
    try (HostileServer server = HostileServer.start((request, out) -> answer(row, request, out))) {
      PrometheusSource source = source(server);
      boolean isRaw = row.get("ask", "read").equals("raw");

      Reading reading = isRaw ? source.raw("cpu", RANGE) : source.read("cpu", RANGE);

      assertThat(described(reading)).as(reading.toString()).isEqualTo(expected(row, reading));
      assertThat(verdict(reading)).hasToString(row.get("verdict", ""));
    }
  }

  private static PrometheusSource source(HostileServer server) throws Exception {
    HttpUrl url = HttpUrl.parse(server.url());
    return new PrometheusSource(
        new PrometheusSettings("prometheus", url, HttpSettings.USUAL, Optional.empty()),
        HttpConnection.open(url, HttpSettings.USUAL, new SecretLookup(name -> null, name -> null)),
        Clock.fixed(END, ZoneOffset.UTC),
        pause -> {},
        SMALL);
  }

  private static void answer(ConformanceRow row, HostileServer.Request request, OutputStream out)
      throws Exception {
    String query = request.parameter("query");
    if (query.equals("time()")) {
      answer(out, ConformanceRow.success("scalar", "[1004,\"1004\"]", ""));
    } else if (query.startsWith("count by (job, instance)")) {
      answer(out, row.targets());
    } else if (query.startsWith("up{")) {
      answer(out, row.ups());
    } else {
      byte[] body = row.body().getBytes(StandardCharsets.UTF_8);
      List<String> headers = new ArrayList<>(row.get("header"));
      headers.add("Content-Length: " + body.length);
      HostileServer.head(
          out, Integer.parseInt(row.get("status", "200")), headers.toArray(String[]::new));
      out.write(body);
    }
  }

  private static void answer(OutputStream out, String body) throws Exception {
    HostileServer.answer(out, 200, "application/json", body);
  }

  /** The lines of the table that a reading makes. */
  private static List<String> described(Reading reading) {
    if (reading instanceof Reading.Unavailable unavailable) {
      return List.of("unavailable: " + unavailable.reason());
    }
    Reading.Values values = (Reading.Values) reading;
    List<String> lines = new ArrayList<>();
    values.series().forEach(series -> lines.add("values: " + text(series)));
    values.doubts().forEach(doubt -> lines.add("doubt: " + doubt));
    return lines;
  }

  /** The lines of the row, where the reading has what they have a part of, as it is there. */
  private static List<String> expected(ConformanceRow row, Reading reading) {
    List<String> actual = new ArrayList<>(described(reading));
    if (reading instanceof Reading.Values values) {
      assertThat(values.notes())
          .contains("the server's clock agrees with this machine's within 0 s");
      row.get("note")
          .forEach(
              note ->
                  assertThat(values.notes())
                      .as(note)
                      .anySatisfy(actualNote -> assertThat(actualNote).contains(note)));
    }
    List<String> lines = new ArrayList<>();
    for (String key : List.of("values", "doubt", "unavailable")) {
      for (String part : row.get(key)) {
        lines.add(
            actual.stream()
                .filter(line -> line.startsWith(key + ": ") && line.contains(part))
                .filter(line -> !key.equals("values") || line.equals("values: " + part))
                .findFirst()
                .orElse(key + ": ..." + part + "..."));
      }
    }
    return lines;
  }

  private static String text(Series series) {
    StringBuilder text = new StringBuilder(series.text());
    for (Point point : series.points()) {
      text.append(' ')
          .append(BigDecimal.valueOf(point.millis(), 3).stripTrailingZeros().toPlainString())
          .append(':')
          .append(number(point.value()));
    }
    return text.toString();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%s", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static Verdict verdict(Reading reading) {
    BackendObjective objective =
        new BackendObjective(
            "CPU",
            "prometheus",
            new ValueClaim(
                "cpu",
                Reducer.parse("max"),
                new Bar(Comparison.LTE, 10, "%"),
                Grouping.find("").orElseThrow(),
                ValueClaim.USUAL_COVERAGE),
            "",
            new Window.WholeRun(),
            Terms.USUAL,
            "");
    return BackendJudge.judge(objective, new Given(reading), RANGE).verdict();
  }
}
