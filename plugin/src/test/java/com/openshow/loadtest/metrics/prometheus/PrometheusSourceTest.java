package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.openshow.loadtest.metrics.Point;
import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.http.Authentication;
import com.openshow.loadtest.metrics.http.Header;
import com.openshow.loadtest.metrics.http.HostileServer;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretLookup;
import com.openshow.loadtest.metrics.http.SecretReference;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked, when, and by whose clock. */
@Timeout(120)
final class PrometheusSourceTest {
  private static final Instant FROM = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final TimeRange MINUTE = new TimeRange(FROM, FROM.plusSeconds(60));

  private final FakePrometheus prometheus = new FakePrometheus();

  private static PrometheusSource source(HostileServer server) throws Exception {
    return source(server.url(), HttpSettings.USUAL, Optional.empty());
  }

  private static PrometheusSource source(String url, HttpSettings http, Optional<Duration> step)
      throws Exception {
    return PrometheusSource.open(
        new PrometheusSettings("cluster", HttpUrl.parse(url), http, step),
        new SecretLookup(Map.of("TOKEN", "s3cr3t-t0ken")::get, name -> null));
  }

  private static Reading.Values values(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Values.class);
    return (Reading.Values) reading;
  }

  private static List<Point> points(Reading reading) {
    return values(reading).series().get(0).points();
  }

  private static List<HostileServer.Request> requests(HostileServer server, String path) {
    return server.requests().stream()
        .filter(request -> request.path().startsWith(path))
        .filter(request -> !request.parameter("query").contains("("))
        .toList();
  }

  @Test
  void aTimeIsAskedForToTheMillisecondAndFromEndToEnd() throws Exception {
    try (HostileServer server = HostileServer.start(prometheus)) {
      Reading reading = source(server).read("cpu", MINUTE);

      assertThat(points(reading))
          .hasSize(61)
          .startsWith(new Point(FROM.toEpochMilli(), FROM.toEpochMilli() / 1000.0))
          .endsWith(new Point(MINUTE.to().toEpochMilli(), MINUTE.to().toEpochMilli() / 1000.0));
      assertThat(values(reading).step()).isEqualTo(Duration.ofSeconds(1));
      assertThat(values(reading).doubts()).isEmpty();
      HostileServer.Request request = requests(server, "/api/v1/query_range").get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/api/v1/query_range");
      assertThat(request.headers()).containsEntry("cache-control", "no-store");
      assertThat(request.parameters())
          .containsEntry("start", "1772366400.250")
          .containsEntry("end", "1772366460.250")
          .containsEntry("step", "1.000")
          .containsEntry("nocache", "1")
          .containsKey("timeout")
          .doesNotContainKey("limit");
      assertThat(request.parameter("timeout")).matches("\\d{4,5}ms");
    }
  }

  @Test
  void rawSamplesAreAskedForAtTheEndOfEachHourAndJoined() throws Exception {
    TimeRange range = new TimeRange(FROM, FROM.plus(Duration.ofMinutes(150)));
    try (HostileServer server = HostileServer.start(prometheus)) {
      Reading reading = source(server).raw(" cpu{job=\"a\"} ", range);

      // Samples are taken at full seconds, and none is there twice.
      assertThat(points(reading).stream().mapToLong(Point::millis).toArray())
          .isEqualTo(
              LongStream.rangeClosed(1, 9000).map(i -> 1772366400_000L + i * 1000).toArray());
      assertThat(values(reading).step()).isEqualTo(Duration.ofSeconds(1));
      assertThat(requests(server, "/api/v1/query"))
          .filteredOn(request -> request.parameter("query").startsWith("cpu"))
          .extracting(request -> request.parameter("query") + " " + request.parameter("time"))
          .containsExactly(
              "cpu{job=\"a\"}[3600000ms] 1772370000.249",
              "cpu{job=\"a\"}[3600000ms] 1772373600.249",
              "cpu{job=\"a\"}[1800001ms] 1772375400.250");
    }
  }

  @Test
  void aStepThatIsGivenIsKeptAndWhatHasTooManyPointsIsSplit() throws Exception {
    TimeRange range = new TimeRange(FROM, FROM.plus(Duration.ofHours(2)));
    try (HostileServer server = HostileServer.start(prometheus)) {
      PrometheusSource source =
          source(server.url(), HttpSettings.USUAL, Optional.of(Duration.ofMillis(250)));

      Reading reading = source.read("cpu", range);

      assertThat(points(reading).stream().mapToLong(Point::millis).toArray())
          .isEqualTo(
              LongStream.rangeClosed(0, 4 * 7200)
                  .map(i -> FROM.toEpochMilli() + i * 250)
                  .toArray());
      assertThat(requests(server, "/api/v1/query_range")).hasSize(3);
    }
  }

  @Test
  void theFutureIsNotAskedFor() throws Exception {
    try (HostileServer server = HostileServer.start(prometheus)) {
      PrometheusSource source = source(server);
      Instant now = Instant.now();

      Reading begun = source.read("cpu", new TimeRange(now.minusSeconds(5), now.plusSeconds(60)));
      Reading ahead = source.raw("cpu", new TimeRange(now.plusSeconds(50), now.plusSeconds(60)));

      assertThat(points(begun).size()).isBetween(6, 40);
      assertThat(values(begun).notes())
          .contains("the time asked for ends later than now, and is read to now");
      assertThat(values(ahead).series()).isEmpty();
    }
  }

  @Test
  void aClockThatDiffersByLessThanFiveSecondsIsCorrected() throws Exception {
    prometheus.setAhead(3000);
    try (HostileServer server = HostileServer.start(prometheus)) {
      Reading reading = source(server).read("cpu", MINUTE);

      assertThat(points(reading)).hasSize(61);
      Point first = points(reading).get(0);
      // The value is the server's time: what it says is the moment the injector meant.
      assertThat(first.millis()).isEqualTo(FROM.toEpochMilli());
      assertThat(Math.round(first.value() * 1000))
          .isCloseTo(FROM.toEpochMilli() + 3000, within(1000L));
      assertThat(values(reading).doubts()).isEmpty();
      assertThat(values(reading).notes())
          .anySatisfy(
              note ->
                  assertThat(note)
                      .contains(" ahead of this machine's (+- ")
                      .endsWith("; times asked for and answered are corrected by it"));
    }
  }

  @Test
  void aClockThatDiffersByMoreIsADoubt() throws Exception {
    prometheus.setAhead(-90_000);
    try (HostileServer server = HostileServer.start(prometheus)) {
      Reading reading = source(server).read("cpu", MINUTE);

      assertThat(points(reading)).hasSize(61);
      assertThat(Math.round(points(reading).get(0).value() * 1000))
          .isCloseTo(FROM.toEpochMilli() - 90_000, within(1000L));
      assertThat(values(reading).doubts())
          .singleElement()
          .asString()
          .contains("behind this machine's")
          .contains("more than the 5 s allowed: set both by NTP");
    }
  }

  @Test
  void theDateOfTheAnswerIsASecondBestClock() throws Exception {
    HostileServer.Deed dated =
        (request, out) -> {
          if (request.parameter("query").equals("time()")) {
            HostileServer.head(out, 422, "Date: Sun, 06 Nov 1994 08:49:37 GMT");
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(dated)) {
      assertThat(values(source(server).read("cpu", MINUTE)).doubts())
          .singleElement()
          .asString()
          .contains(" behind this machine's");
    }
  }

  @Test
  void aServerThatDoesNotTellItsClockIsADoubt() throws Exception {
    HostileServer.Deed silent =
        (request, out) -> {
          if (request.parameter("query").equals("time()")) {
            HostileServer.answer(out, 400, "application/json", "{}");
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(silent)) {
      assertThat(values(source(server).read("cpu", MINUTE)).doubts())
          .containsExactly("the server does not tell its clock, which may be wrong");
    }
  }

  @Test
  void aServerThatRefusesPostIsAskedWithGetAndFromThenOnWithGetOnly() throws Exception {
    HostileServer.Deed getOnly =
        (request, out) -> {
          if (request.method().equals("POST")) {
            HostileServer.answer(out, 405, "text/plain", "Method Not Allowed");
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(getOnly)) {
      PrometheusSource source = source(server);

      assertThat(points(source.read("cpu", MINUTE))).hasSize(61);

      assertThat(server.requests().stream().filter(each -> each.method().equals("POST")))
          .hasSize(1);
    }
  }

  @Test
  void aPathPrefixATenantAndParametersOfTheUrlGoWithEveryRequest() throws Exception {
    HttpSettings http =
        HttpSettings.USUAL
            .with(new Authentication.Bearer(SecretReference.parse("env:TOKEN")))
            .with(List.of(Header.of("X-Scope-OrgID", "tenant-1")));
    try (HostileServer server = HostileServer.start(prometheus)) {
      PrometheusSource source =
          source(server.url() + "/prometheus/?partial_response=false", http, Optional.empty());

      assertThat(points(source.read("cpu", MINUTE))).hasSize(61);

      assertThat(server.requests())
          .hasSizeGreaterThan(2)
          .allSatisfy(
              request -> {
                assertThat(request.path()).startsWith("/prometheus/api/v1/query");
                assertThat(request.parameters()).containsEntry("partial_response", "false");
                assertThat(request.headers())
                    .containsEntry("x-scope-orgid", "tenant-1")
                    .containsEntry("authorization", "Bearer s3cr3t-t0ken");
              });
    }
  }

  @Test
  void secretsThatAServerRepeatsReachNoMessage() throws Exception {
    HttpSettings http =
        HttpSettings.USUAL.with(new Authentication.Bearer(SecretReference.parse("env:TOKEN")));
    HostileServer.Deed telltale =
        (request, out) -> {
          if (request.parameter("query").equals("bad")) {
            refuse(request, out);
          } else if (request.path().contains("query_range")) {
            HostileServer.answer(
                out,
                200,
                "application/json",
                ConformanceRow.success(
                    "matrix", "[]", "\"warnings\":[\"" + request.headers() + "\"]"));
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(telltale)) {
      PrometheusSource source = source(server.url() + "?key=s3cr3t-key", http, Optional.empty());

      assertThat(values(source.read("cpu", MINUTE)).doubts().get(0))
          .contains("authorization=Bearer [secret]");
      assertThat(((Reading.Unavailable) source.read("bad", MINUTE)).reason())
          .contains("the query was refused: Bearer [secret]")
          .startsWith("cluster at " + server.url() + ": ")
          .doesNotContain("s3cr3t");
      assertThat(source.toString()).doesNotContain("s3cr3t");
    }
  }

  private static void refuse(HostileServer.Request request, OutputStream out) throws Exception {
    HostileServer.answer(
        out,
        400,
        "application/json",
        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\""
            + request.headers().get("authorization")
            + "\"}");
  }

  @Test
  void targetsAreLookedAtByTheirJobsAndInstances() throws Exception {
    HostileServer.Deed scraping =
        (request, out) -> {
          if (request.parameter("query").startsWith("count by")) {
            FakePrometheus.success(
                out,
                "vector",
                "[{\"metric\":{\"job\":\"a.b\",\"instance\":\"x|y:1\"},\"value\":[1,\"1\"]}]");
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(scraping)) {
      source(server).read("avg(cpu{mode=\"idle\"}) / sum by (x) (limit)", MINUTE);

      assertThat(server.requests())
          .extracting(request -> request.parameter("query"))
          .contains(
              "count by (job, instance) (last_over_time(cpu{mode=\"idle\"}[360000ms])) or"
                  + " count by (job, instance) (last_over_time(limit[360000ms]))",
              "up{job=~\"a\\\\.b\",instance=~\"x\\\\|y:1\"}[360001ms]");
    }
  }

  @Test
  void settingsThatCannotBeRightAreRefused() {
    for (String url : List.of("http://h/api/v1", "http://h/api/v1/query_range")) {
      assertThat(catchThrowable(() -> settings(url, 1000))).hasMessageContaining("without /api/v1");
    }
    assertThat(catchThrowable(() -> settings("http://h", 99)))
        .hasMessageContaining("step must be 100 ms to a day");
  }

  private static PrometheusSettings settings(String url, long stepMillis) {
    return new PrometheusSettings(
        "p", HttpUrl.parse(url), HttpSettings.USUAL, Optional.of(Duration.ofMillis(stepMillis)));
  }
}
