package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.http.Authentication;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.metrics.http.SecretReference;
import com.openshow.loadtest.metrics.prometheus.PrometheusSettings;
import com.openshow.loadtest.metrics.prometheus.PrometheusSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real Prometheus: what the source reads is what its own API answers. It scrapes two targets, one
 * of which ends half-way.
 */
final class PrometheusSourceIT {
  private static final int SCRAPES = 8;
  private static final String PASSWORD = "s3cr3t-of-reader";

  /** Of the password, by bcrypt, with the least cost. */
  private static final String HASH = "$2b$04$abcdefghijklmnopqrstuuKa2JuDu7mP/N3x3Mvo6FzttHWBd3wCW";

  @TempDir static Path folder;

  private static Exporter lasting;
  private static Exporter ending;
  private static Prometheus prometheus;
  private static TimeRange range;

  @BeforeAll
  static void scrape() throws Exception {
    Prometheus.assumeInstalled();
    lasting = Exporter.start();
    ending = Exporter.start();
    prometheus = Prometheus.start(folder, "api", List.of(lasting.instance(), ending.instance()));
    String up = "up{instance=\"" + ending.instance() + "\"}";
    prometheus.await("count_over_time((" + up + " == 1)[5m:1s]) >= " + SCRAPES);
    Instant from = Instant.now().minusSeconds(SCRAPES / 2).truncatedTo(ChronoUnit.MILLIS);
    ending.close();
    prometheus.await("count_over_time((" + up + " == 0)[5m:1s]) >= " + SCRAPES);
    range = new TimeRange(from, Instant.now().truncatedTo(ChronoUnit.MILLIS));
  }

  @AfterAll
  static void stop() throws Exception {
    if (prometheus != null) {
      prometheus.close();
      lasting.close();
    }
  }

  private static PrometheusSource source(String url, HttpSettings http, Duration... step)
      throws Exception {
    return PrometheusSource.open(
        new PrometheusSettings(
            "prometheus",
            HttpUrl.parse(url),
            http,
            step.length == 0 ? Optional.empty() : Optional.of(step[0])),
        new SecretLookup(Map.of("PASSWORD", PASSWORD)::get, name -> null));
  }

  private static PrometheusSource source() throws Exception {
    return source(prometheus.url(), HttpSettings.USUAL);
  }

  private static Reading.Values values(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Values.class);
    return (Reading.Values) reading;
  }

  private static String reason(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Unavailable.class);
    return ((Reading.Unavailable) reading).reason();
  }

  /** Labels, times and values, one line each. */
  private static List<String> lines(Reading.Values values) {
    List<String> lines = new ArrayList<>();
    values
        .series()
        .forEach(
            series ->
                series
                    .points()
                    .forEach(
                        point ->
                            lines.add(
                                series.labels() + " " + point.millis() + " " + point.value())));
    return lines.stream().sorted().toList();
  }

  private static List<String> lines(JsonNode... results) {
    List<String> lines = new ArrayList<>();
    for (JsonNode result : results) {
      for (JsonNode series : result) {
        Map<String, String> labels = new TreeMap<>();
        series
            .get("metric")
            .fields()
            .forEachRemaining(label -> labels.put(label.getKey(), label.getValue().asText()));
        for (JsonNode pair : series.get("values")) {
          long millis = new BigDecimal(pair.get(0).asText()).movePointRight(3).longValueExact();
          lines.add(labels + " " + millis + " " + number(pair.get(1).asText()));
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("Inf", "Infinity"));
  }

  private static String seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3).toPlainString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "load_ratio",
        "avg(load_ratio)",
        "max by (instance) (load_ratio)",
        "rate(work_total[5s])",
        "odd",
        "scalar(sum(up)) / 3",
        "1 / 0",
        "up == 1",
      })
  void figuresAreThoseOfItsOwnApi(String query) throws Exception {
    Reading.Values values = values(source().read(query, range));

    List<String> own =
        lines(prometheus.askRange(query, seconds(range.from()), seconds(range.to()), "1"));
    assertThat(lines(values)).isEqualTo(own).hasSizeGreaterThan(SCRAPES);
    assertThat(values.step()).isEqualTo(Duration.ofSeconds(1));
    assertThat(values.notes())
        .anySatisfy(note -> assertThat(note).startsWith("the server's clock agrees"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "odd", "work_total{job=\"api\"}", "{__name__=~\"up|odd\"}"})
  void rawSamplesAreThoseOfItsOwnApi(String selector) throws Exception {
    Reading.Values values = values(source().raw(selector, range));

    String length = "[" + range.length().toMillis() + "ms]";
    assertThat(lines(values))
        .isEqualTo(lines(prometheus.ask(selector + length, seconds(range.to()))))
        .hasSizeGreaterThan(SCRAPES);
    assertThat(values.step()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1100));
  }

  @Test
  void aTimeOfTooManyPointsIsJoinedWithoutDoubles() throws Exception {
    Instant from = range.to().minus(Duration.ofHours(5));
    PrometheusSource stepping = source(prometheus.url(), HttpSettings.USUAL, Duration.ofSeconds(1));

    Reading.Values values = values(stepping.read("time()", new TimeRange(from, range.to())));

    Instant second = from.plusSeconds(9000);
    assertThat(lines(values))
        .hasSize(18_001)
        .isEqualTo(
            lines(
                prometheus.askRange("time()", seconds(from), seconds(second), "1"),
                prometheus.askRange(
                    "time()", seconds(second.plusSeconds(1)), seconds(range.to()), "1")));
  }

  @Test
  void theTargetThatEndedIsNamedAlsoWhereAnAverageSwallowedIt() throws Exception {
    String down = "target " + ending.instance() + " of job api was down (up = 0) from ";

    for (String query : List.of("load_ratio", "avg(load_ratio)", "sum(rate(work_total[5s]))")) {
      assertThat(values(source().read(query, range)).doubts())
          .singleElement()
          .asString()
          .startsWith(down);
    }
    assertThat(values(source().raw("load_ratio", range)).doubts())
        .singleElement()
        .asString()
        .startsWith(down);
    assertThat(
            values(source().read("load_ratio{instance=\"" + lasting.instance() + "\"}", range))
                .doubts())
        .isEmpty();
  }

  @Test
  void itsOwnComplaintsAreHandedOn() throws Exception {
    assertThat(reason(source().read("avg(load_ratio", range)))
        .contains("the query was refused: ")
        .contains("unclosed left parenthesis (bad_data, 400); correct the query");
    assertThat(reason(source().read("load_ratio[5m]", range)))
        .contains("invalid expression type \"range vector\" for range query");
    assertThat(reason(source().read("\"text\"", range)))
        .contains("invalid expression type \"string\" for range query");
    assertThat(reason(source().raw("avg(load_ratio)", range)))
        .contains("ranges only allowed for vector selectors");
    assertThat(reason(source().read("up + on() load_ratio", range)))
        .contains("the query could not be computed: ")
        .contains("(execution, 422)");
    assertThat(
            reason(source(prometheus.url() + "/prometheus", HttpSettings.USUAL).read("up", range)))
        .contains("status 404 (not found); correct the URL");
  }

  @Test
  void aPathPrefixAndBasicAuthenticationAreGoneThroughAndItsEndIsTold() throws Exception {
    Path web =
        Files.writeString(
            folder.resolve("web.yml"),
            """
            basic_auth_users:
              reader: %s
            """
                .formatted(HASH));
    Path files = Files.createDirectory(folder.resolve("guarded"));
    String url;
    HttpSettings reader =
        HttpSettings.USUAL.with(
            new Authentication.Basic("reader", SecretReference.parse("env:PASSWORD")));
    try (Prometheus guarded =
        Prometheus.start(
            files,
            "api",
            List.of(lasting.instance()),
            "--web.config.file=" + web,
            "--web.route-prefix=/prom")) {
      url = guarded.url() + "/prom/";

      assertThat(source(url, HttpSettings.USUAL).obstacle().orElse(""))
          .contains("status 401 (unauthorized); give credentials, or others");
      assertThat(source(url, reader).obstacle()).isEmpty();
      assertThat(values(source(url, reader).read("time()", range)).series()).hasSize(1);
    }
    assertThat(reason(source(url, reader).read("up", range)))
        .startsWith("prometheus at " + url.substring(0, url.length() - 1) + ": the connection")
        .doesNotContain(PASSWORD);
  }
}
