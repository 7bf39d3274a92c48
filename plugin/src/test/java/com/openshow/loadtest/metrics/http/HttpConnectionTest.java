package com.openshow.loadtest.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server may do, and what is said of it. */
@Timeout(60)
final class HttpConnectionTest {
  private static final long LIMIT = 1024 * 1024;

  private static HttpConnection connection(String url, HttpSettings settings) throws Exception {
    return HttpConnection.open(
        HttpUrl.parse(url),
        settings,
        new SecretLookup(Map.of("T", "s3cr3t")::get, Map.of("p", "p4ss")::get));
  }

  private static String read(String url, Duration timeout) throws Exception {
    try (HttpAnswer answer =
        connection(url, HttpSettings.USUAL)
            .get("/metrics", Parameters.NONE, Deadline.in(timeout), LIMIT)) {
      return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void requestsCarryCredentialsHeadersAndParameters() throws Exception {
    try (HostileServer server = HostileServer.answering(200, "text/plain", "x")) {
      HttpSettings settings =
          HttpSettings.USUAL
              .with(new Authentication.Basic("reader", SecretReference.parse("property:p")))
              .with(List.of(Header.of("X-Scope-OrgID", "tenant 1"), Header.of("X-Key", "env:T")));
      HttpConnection connection = connection(server.url() + "/prom?dedup=true", settings);

      connection
          .post("/api", Parameters.NONE.with("query", "a+b"), Deadline.in(settings.timeout()), 9)
          .close();

      HostileServer.Request request = server.requests().get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/prom/api?dedup=true");
      assertThat(request.parameters()).isEqualTo(Map.of("dedup", "true", "query", "a+b"));
      assertThat(request.headers())
          .containsEntry("authorization", "Basic cmVhZGVyOnA0c3M=")
          .containsEntry("x-scope-orgid", "tenant 1")
          .containsEntry("x-key", "s3cr3t")
          .containsEntry("content-type", "application/x-www-form-urlencoded")
          .containsEntry("accept-encoding", "identity")
          .doesNotContainKey("upgrade");
      assertThat(connection.mask("cmVhZGVyOnA0c3M= p4ss s3cr3t"))
          .isEqualTo("[secret] [secret] [secret]");
    }
  }

  @Test
  void aPortWhereNobodyListensIsToldWithAdvice() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(() -> read("http://127.0.0.1:" + port, Duration.ofSeconds(20)))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("the connection was refused")
        .hasMessageContaining("see whether the server runs");
  }

  @Test
  void aNameThatNobodyKnowsIsTold() {
    assertThatThrownBy(() -> read("http://no-such-host.invalid", Duration.ofSeconds(20)))
        .hasMessageStartingWith("its host name is not known here (DNS)");
  }

  @Test
  void aServerThatNeverAnswersIsLeftAtTheDeadline() throws Exception {
    try (HostileServer server = HostileServer.start((request, out) -> hang())) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofMillis(300)))
          .hasMessageContaining("there was no answer within 0.3 s");
    }
  }

  private static void hang() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Test
  void aBodyThatTricklesIsLeftAtTheDeadlineOfTheWhole() throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) -> {
              HostileServer.head(out, 200, "Content-Length: 100000");
              while (true) {
                out.write('x');
                out.flush();
                HostileServer.dawdle(20);
              }
            })) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofMillis(400)))
          .hasMessageContaining("the answer was not whole within 0.4 s, after ");
    }
  }

  @Test
  void anEndlessBodyIsLeftAtItsLimitAndNeverHeldWhole() throws Exception {
    byte[] portion = new byte[64 * 1024];
    try (HostileServer server =
        HostileServer.start(
            (request, out) -> {
              HostileServer.head(out, 200);
              while (true) {
                out.write(portion);
              }
            })) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .hasMessageContaining("the answer is larger than 1 MiB; ask for less");
      // What more was sent is in the buffers of the sockets.
      assertThat(server.sent()).isLessThan(20 * LIMIT);
    }
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsNotRead() throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) -> HostileServer.head(out, 200, "Content-Length: 1073741824"))) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .hasMessageContaining("the answer is larger than 1 MiB");
    }
  }

  @Test
  void aBodyThatIsCutOffIsNotTakenForTheWhole() throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) -> {
              HostileServer.head(out, 200, "Content-Length: 100");
              out.write('x');
            })) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .isInstanceOfSatisfying(FetchException.class, e -> assertThat(e.isPassing()).isTrue())
          .hasMessageContaining("the connection broke before the answer was whole");
    }
  }

  @Test
  void anAnswerThatNeverCameIsAPassingFailure() throws Exception {
    try (HostileServer server = HostileServer.start((request, out) -> {})) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .isInstanceOfSatisfying(FetchException.class, e -> assertThat(e.isPassing()).isTrue())
          .hasMessageContaining("the connection broke before the answer was whole");
    }
  }

  @Test
  void whatIsNotHttpIsTold() throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) ->
                out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.UTF_8)))) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .hasMessageContaining("what it answered is not HTTP");
    }
  }

  @Test
  void compressionThatNobodyAskedForIsTold() throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) ->
                HostileServer.head(out, 200, "Content-Encoding: gzip", "Content-Length: 0"))) {
      assertThatThrownBy(() -> read(server.url(), Duration.ofSeconds(30)))
          .hasMessageContaining("the answer is compressed (gzip)");
    }
  }

  @Test
  void aThreadThatIsInterruptedEndsItsWaiting() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (HostileServer server =
        HostileServer.start(
            (request, out) -> {
              HostileServer.head(out, 200, "Content-Length: 100");
              out.write('x');
              out.flush();
              asked.countDown();
              hang();
            })) {
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  end.set(new AssertionError(read(server.url(), Duration.ofMinutes(10))));
                } catch (Exception e) {
                  end.set(e);
                }
              });
      reader.start();
      asked.await();
      reader.interrupt();
      reader.join();

      assertThat(end.get()).isInstanceOfAny(InterruptedException.class, IOException.class);
      assertThat(end.get()).isNotInstanceOf(FetchException.class);
    }
  }

  @Test
  void aRedirectionIsNotFollowedAndItsPlaceToldWithoutSecrets() throws Exception {
    try (HostileServer other = HostileServer.answering(200, "text/plain", "x");
        HostileServer server =
            HostileServer.start(
                (request, out) ->
                    HostileServer.head(
                        out,
                        302,
                        "Location: http://u:s3cr3t@127.0.0.1:" + other.port() + "/login?t=s3cr3t",
                        "Content-Length: 0"))) {
      HttpAnswer answer =
          connection(server.url(), HttpSettings.USUAL)
              .get("", Parameters.NONE, Deadline.in(Duration.ofSeconds(30)), LIMIT);

      assertThat(Statuses.failure(answer, ""))
          .hasMessage(
              "status 302 (redirection), to http://127.0.0.1:"
                  + other.port()
                  + "/login; give the URL that is meant: credentials are not sent after a"
                  + " redirection");
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, false, correct what is asked for",
    "401, false, give credentials",
    "403, false, may not read there",
    "404, false, may be below a path",
    "407, false, the proxy wants credentials",
    "414, false, make the query shorter",
    "418, false, see in the server's log",
    "429, true, (wants to be left alone for 3 s)",
    "503, true, see how the server fares",
  })
  void aStatusSaysWhatToDo(int status, boolean passing, String advice) throws Exception {
    try (HostileServer server =
        HostileServer.start(
            (request, out) ->
                HostileServer.head(out, status, "Retry-After: 3", "Content-Length: 0"))) {
      HttpAnswer answer =
          connection(server.url(), HttpSettings.USUAL)
              .get("", Parameters.NONE, Deadline.in(Duration.ofSeconds(30)), LIMIT);

      FetchException failure = Statuses.failure(answer, "said\u0007\nso");
      assertThat(failure).hasMessageContaining(advice).hasMessageContaining(": said  so");
      assertThat(failure.isPassing()).isEqualTo(passing);
      assertThat(failure.pause().isPresent()).isEqualTo(passing);
    }
  }

  @Test
  void aProxyIsGoneThrough() throws Exception {
    try (HostileServer proxy = HostileServer.answering(200, "text/plain", "of the proxy")) {
      HttpConnection connection =
          connection(
              "http://prometheus.example:9090",
              HttpSettings.USUAL.with(new HttpProxy("127.0.0.1", proxy.port())));

      try (HttpAnswer answer =
          connection.get("/metrics", Parameters.NONE, Deadline.in(Duration.ofSeconds(30)), LIMIT)) {
        assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo("of the proxy");
      }
      assertThat(proxy.requests().get(0).path())
          .isEqualTo("http://prometheus.example:9090/metrics");
    }
  }
}
