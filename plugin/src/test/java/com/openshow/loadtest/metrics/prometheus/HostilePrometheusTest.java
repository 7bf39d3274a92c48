package com.openshow.loadtest.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.openshow.loadtest.metrics.Reading;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.http.HostileServer;
import com.openshow.loadtest.metrics.http.HttpSettings;
import com.openshow.loadtest.metrics.http.HttpUrl;
import com.openshow.loadtest.metrics.http.SecretLookup;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Prometheus that is dead, dying, endless or slow: each time a reason, and in time. */
@Timeout(120)
final class HostilePrometheusTest {
  private static final TimeRange MINUTE =
      new TimeRange(Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-03-01T12:01:00Z"));

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final FakePrometheus prometheus = new FakePrometheus();

  private static PrometheusSource source(String url, Duration timeout) throws Exception {
    return PrometheusSource.open(
        new PrometheusSettings(
            "prometheus", HttpUrl.parse(url), HttpSettings.USUAL.with(timeout), Optional.empty()),
        new SecretLookup(name -> null, name -> null));
  }

  private static String reason(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Unavailable.class);
    return ((Reading.Unavailable) reading).reason();
  }

  /** One that behaves but for the query over a time. */
  private HostileServer.Deed butForSeries(HostileServer.Deed deed) {
    return (request, out) -> {
      if (request.path().contains("query_range")) {
        deed.answer(request, out);
      } else {
        prometheus.answer(request, out);
      }
    };
  }

  private static void hang() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Test
  void aDeadOneIsToldAndOnceKnownNotWaitedForAgain() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    PrometheusSource source = source("http://127.0.0.1:" + port, LONG);

    assertThat(reason(source.read("cpu", MINUTE)))
        .startsWith("prometheus at http://127.0.0.1:" + port + ": the connection was refused (")
        .endsWith(
            "(tried 4 times); see whether the server runs, and whether host and port are right");
    assertThat(reason(source.raw("up", MINUTE)))
        .contains("the connection was refused (")
        .contains(", a few seconds ago; see whether the server runs");
    assertThat(source.obstacle()).isPresent();
  }

  @Test
  void oneThatTakesConnectionsAndSaysNothingIsLeftAtTheTimeout() throws Exception {
    try (HostileServer server = HostileServer.start((request, out) -> hang())) {
      PrometheusSource source = source(server.url(), SHORT);

      assertThat(reason(source.read("cpu", MINUTE)))
          .contains("there was no answer within 2 s; see how the server fares");
      assertThat(reason(source.read("cpu", MINUTE))).contains("a few seconds ago");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void oneThatTricklesIsLeftAtTheTimeoutOfTheWhole() throws Exception {
    byte[] head = "{\"status\":\"success\"".getBytes(StandardCharsets.UTF_8);
    HostileServer.Deed trickle =
        (request, out) -> {
          HostileServer.head(out, 200);
          out.write(head);
          while (true) {
            out.write(' ');
            out.flush();
            HostileServer.dawdle(50);
          }
        };
    try (HostileServer server = HostileServer.start(butForSeries(trickle))) {
      assertThat(reason(source(server.url(), SHORT).read("cpu", MINUTE)))
          .contains("the answer was not whole within 2 s, after ")
          .endsWith("see how the server fares, or raise the timeout");
    }
  }

  @Test
  void anAnswerOfAGigabyteIsLeftAfter64MebibytesAndNotHeld() throws Exception {
    // One series whose name never ends would be refused for its length: so these are many.
    byte[] series =
        "{\"metric\":{\"a\":\"%s\"},\"values\":[]},"
            .formatted("x".repeat(10_000))
            .getBytes(StandardCharsets.UTF_8);
    HostileServer.Deed endless =
        (request, out) -> {
          HostileServer.head(out, 200);
          out.write(
              "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                  .getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.write(series);
          }
        };
    try (HostileServer server = HostileServer.start(butForSeries(endless))) {
      assertThat(reason(source(server.url(), LONG).read("cpu", MINUTE)))
          .contains("the answer is larger than 64 MiB; ask for less: fewer series");
      assertThat(server.sent()).isBetween(Limits.USUAL.bytes(), 2 * Limits.USUAL.bytes());
    }
  }

  @Test
  void anAnswerOfEndlessPointsIsLeftAfterAMillion() throws Exception {
    HostileServer.Deed endless =
        (request, out) -> {
          HostileServer.head(out, 200);
          out.write(
              ("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":"
                      + "[{\"metric\":{},\"values\":[[1,\"1\"]")
                  .getBytes(StandardCharsets.UTF_8));
          byte[] points = ",[1,\"1\"]".repeat(1000).getBytes(StandardCharsets.UTF_8);
          while (true) {
            out.write(points);
          }
        };
    try (HostileServer server = HostileServer.start(butForSeries(endless))) {
      assertThat(reason(source(server.url(), LONG).read("cpu", MINUTE)))
          .contains("the answer has more than 1000000 points; ask for fewer series");
    }
  }

  @Test
  void oneThatIsKilledHalfWayIsAskedAgainAndHasToBeWhole() throws Exception {
    AtomicInteger times = new AtomicInteger();
    HostileServer.Deed killedTwice =
        (request, out) -> {
          if (times.incrementAndGet() <= 2) {
            half(out);
          } else {
            prometheus.series(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(butForSeries(killedTwice))) {
      Reading reading = source(server.url(), LONG).read("cpu", MINUTE);

      assertThat(times).hasValue(3);
      Reading.Values values = (Reading.Values) reading;
      assertThat(values.series().get(0).points()).hasSize(61);
      assertThat(values.doubts()).isEmpty();
    }
  }

  private static void half(OutputStream out) throws Exception {
    HostileServer.head(out, 200, "Content-Length: 10000");
    out.write(
        ("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":"
                + "[{\"metric\":{},\"values\":[[1772366400,\"1\"]")
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneThatIsKilledHalfWayForGoodIsToldAsThat() throws Exception {
    try (HostileServer server = HostileServer.start(butForSeries((request, out) -> half(out)))) {
      assertThat(reason(source(server.url(), LONG).read("cpu", MINUTE)))
          .contains("the connection broke before the answer was whole (")
          .contains("(tried 4 times)");
    }
  }

  @Test
  void oneThatComesBackIsBelievedAgain() throws Exception {
    AtomicInteger times = new AtomicInteger();
    HostileServer.Deed slowOnce =
        (request, out) -> {
          if (times.incrementAndGet() == 1) {
            hang();
          }
          prometheus.series(request, out);
        };
    try (HostileServer server = HostileServer.start(butForSeries(slowOnce))) {
      PrometheusSource source = source(server.url(), Duration.ofSeconds(4));

      assertThat(reason(source.read("cpu", MINUTE))).contains("there was no answer within 4 s");
      // It answers the question for its clock, so the next question is asked in full.
      assertThat(source.read("cpu", MINUTE)).isInstanceOf(Reading.Values.class);
    }
  }

  @Test
  void whetherTargetsWereUpIsADoubtWhereItCannotBeSeen() throws Exception {
    HostileServer.Deed blind =
        (request, out) -> {
          if (request.parameter("query").startsWith("count by")) {
            HostileServer.answer(out, 422, "application/json", "{\"error\":\"too many\"}");
          } else {
            prometheus.answer(request, out);
          }
        };
    try (HostileServer server = HostileServer.start(blind)) {
      Reading.Values values = (Reading.Values) source(server.url(), LONG).read("cpu", MINUTE);

      assertThat(values.series().get(0).points()).hasSize(61);
      assertThat(values.doubts())
          .singleElement()
          .asString()
          .startsWith("whether its targets were up could not be seen: ");
    }
  }

  @Test
  void aQuestionThatIsInterruptedEndsAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    HostileServer.Deed stuck =
        (request, out) -> {
          asked.countDown();
          hang();
        };
    try (HostileServer server = HostileServer.start(butForSeries(stuck))) {
      PrometheusSource source = source(server.url(), Duration.ofMinutes(30));
      AtomicReference<String> reason = new AtomicReference<>("");
      AtomicReference<Boolean> isInterrupted = new AtomicReference<>(false);
      Thread reader =
          new Thread(
              () -> {
                reason.set(reason(source.read("cpu", MINUTE)));
                isInterrupted.set(Thread.currentThread().isInterrupted());
              });
      reader.start();
      asked.await();
      reader.interrupt();
      reader.join();

      assertThat(reason.get()).contains("the question was interrupted");
      assertThat(isInterrupted.get()).isTrue();
    }
  }

  @Test
  void whoeverWaitsForAnotherQuestionWaitsForItsOwnTimeoutAtMost() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    HostileServer.Deed stuck =
        (request, out) -> {
          asked.countDown();
          hang();
        };
    try (HostileServer server = HostileServer.start(butForSeries(stuck))) {
      PrometheusSource source = source(server.url(), SHORT);
      Thread other = new Thread(() -> source.read("slow", MINUTE));
      other.start();
      asked.await();

      // Whichever comes first: its own timeout, or the end of the other and then a stuck server.
      assertThat(reason(source.read("cpu", MINUTE)))
          .containsAnyOf("other questions took all of the 2 s allowed", "there was no answer");
      other.join();
    }
  }

  @Test
  void whatIsAskedAfterTheEndIsAnswered() throws Exception {
    try (HostileServer server = HostileServer.start(prometheus)) {
      PrometheusSource source = source(server.url(), LONG);
      source.begin();
      assertThat(source.obstacle()).isEmpty();
      source.close();

      assertThat(source.read("cpu", MINUTE)).isInstanceOf(Reading.Values.class);
    }
  }
}
