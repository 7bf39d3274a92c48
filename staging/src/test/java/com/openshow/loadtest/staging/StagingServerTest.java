package com.openshow.loadtest.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StagingServerTest {
  private static final String ADA = "{\"email\":\"ada@example.com\",\"password\":\"secret\"}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private StagingServer server;
  private String base;

  @BeforeEach
  void start() throws Exception {
    Settings defaults = Settings.defaults();
    server =
        StagingServer.start(
            new Settings(
                defaults.host(),
                0,
                defaults.database(),
                defaults.tokenTtl(),
                Duration.ofMillis(200),
                List.of(),
                Optional.of(folder.resolve("access.tsv"))),
            clock);
    base = "http://127.0.0.1:" + server.port();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void discoveryNeedsNoToken() throws Exception {
    assertThat(get("/api/v1/creators?q=video&verified=true", "").body())
        .contains("Video Creator", "\"verified\":true")
        .doesNotContain("\"verified\":false");
    assertThat(get("/api/v1/creators?skill=prompt-engineer", "").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/search/suggestions?q=promp", "").body()).contains("prompt-engineer");
    assertThat(Files.readString(folder.resolve("access.tsv")))
        .contains("\tGET\t/api/v1/creators\tq=video&verified=true\t200\t");
  }

  @Test
  void ofSimultaneousSignUpsWithOneAddressExactlyOneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> signUp = () -> post("/api/v1/auth/signup", "", ADA).statusCode();
      List<Future<Integer>> codes =
          threads.invokeAll(
              List.of(signUp, signUp, signUp, signUp, signUp, signUp, signUp, signUp));
      int created = 0;
      for (Future<Integer> code : codes) {
        assertThat(code.get()).isIn(201, 409);
        created += code.get() == 201 ? 1 : 0;
      }
      assertThat(created).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aTokenIsNeededAndExpires() throws Exception {
    String token = token();
    assertThat(get("/api/v1/auth/me", token).body()).contains("ada@example.com");
    assertThat(get("/api/v1/auth/me", "").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/auth/me", token + "x").statusCode()).isEqualTo(401);
    clock.move(Duration.ofMinutes(16));
    assertThat(get("/api/v1/projects", token).statusCode()).isEqualTo(401);
  }

  @Test
  void aWrongPasswordIs401AndBadBodiesAre400NamingEveryField() throws Exception {
    token();
    assertThat(post("/api/v1/auth/login", "", ADA.replace("secret", "guess")).statusCode())
        .isEqualTo(401);
    HttpResponse<String> bad = post("/api/v1/auth/signup", "", "{\"email\":\"x\"}");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("password must be", "email must contain @");
    assertThat(post("/api/v1/auth/signup", "", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void anOwnersProjectTitlesAreUnique() throws Exception {
    String token = token();
    String project = "{\"title\":\"t\",\"description\":\"d\",\"tags\":[\"a\",\"b\"]}";
    HttpResponse<String> created = post("/api/v1/projects", token, project);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(post("/api/v1/projects", token, project).statusCode()).isEqualTo(409);
    assertThat(get("/api/v1/projects/" + number(created, "id"), token).body())
        .contains("\"tags\":[\"a\",\"b\"]");
    assertThat(get("/api/v1/projects", token).body()).contains("\"title\":\"t\"");
    assertThat(get("/api/v1/projects/999", token).statusCode()).isEqualTo(404);
  }

  @Test
  void anEscrowIsLockedAndReleasedOnce() throws Exception {
    String token = token();
    String escrow = number(lock(token, project(token)), "escrow_id");
    String release = "{\"escrow_id\":" + escrow + "}";
    assertThat(post("/api/v1/payments/escrow/release", token, release).body()).contains("RELEASED");
    assertThat(post("/api/v1/payments/escrow/release", token, release).statusCode()).isEqualTo(409);
  }

  @Test
  void theBreakerOpensWhenTheProviderIsDownAndClosesAgain() throws Exception {
    String token = token();
    String project = project(token);
    send("PUT", "/faults/provider-down", "", "");
    for (int i = 0; i < 5; i++) {
      assertThat(lock(token, project).statusCode()).isEqualTo(502);
    }
    HttpResponse<String> refused = lock(token, project);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(state("open")).isTrue();
    send("DELETE", "/faults/provider-down", "", "");
    Instant deadline = Instant.now().plusSeconds(10);
    while (!state("closed") && Instant.now().isBefore(deadline)) {
      lock(token, project);
    }
    assertThat(state("closed")).isTrue();
  }

  private boolean state(String state) throws Exception {
    return get("/metrics", "")
        .body()
        .contains(
            "resilience4j_circuitbreaker_state{name=\"payment-provider\",state=\""
                + state
                + "\"} 1.0");
  }

  @Test
  void readsGoOnWithoutTheReplica() throws Exception {
    send("PUT", "/faults/replica-down", "", "");
    assertThat(get("/api/v1/creators?q=x", "").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", "").body())
        .contains(
            "replica_up 0.0",
            "replica_failovers_total 1.0",
            "process_cpu_usage ",
            "hikaricp_connections_active{pool=\"primary\"}",
            "cache_gets_total");
  }

  @Test
  void faultsAreSwitchedOnAndOffAndUnknownOnesListed() throws Exception {
    send("PUT", "/faults/errors", "", "{\"path_prefix\":\"/api/v1/search\",\"status\":503}");
    assertThat(get("/api/v1/search/suggestions?q=a", "").statusCode()).isEqualTo(503);
    assertThat(get("/api/v1/creators", "").statusCode()).isEqualTo(200);
    assertThat(get("/faults", "").body()).contains("\"status\":503", "\"latency\":\"off\"");
    send("DELETE", "/faults", "", "");
    assertThat(get("/api/v1/search/suggestions?q=a", "").statusCode()).isEqualTo(200);
    assertThat(send("PUT", "/faults/nonsense", "", "").body()).contains("slow-search");
    assertThat(send("PUT", "/faults/latency", "", "{\"millis\":-1}").statusCode()).isEqualTo(400);
  }

  @Test
  void aFaultOfLatencyDelaysOnlyItsPath() throws Exception {
    send("PUT", "/faults/slow-search", "", "");
    long started = System.nanoTime();
    get("/api/v1/search/suggestions?q=a", "");
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(120));
  }

  @Test
  void aWrongCommandLineIs64() {
    assertThat(Main.run(new String[] {"--nonsense"})).isEqualTo(64);
    assertThat(Main.run(new String[] {"--port", "70000"})).isEqualTo(64);
    assertThat(Main.run(new String[] {"--fault", "nonsense"})).isEqualTo(64);
    assertThat(Main.run(new String[] {"--token-ttl", "soon"})).isEqualTo(64);
    assertThat(Main.run(new String[] {"--help"})).isZero();
  }

  @Test
  void aTakenPortIs70() {
    assertThat(Main.run(new String[] {"--port", Integer.toString(server.port())})).isEqualTo(70);
  }

  private String token() throws Exception {
    post("/api/v1/auth/signup", "", ADA);
    return post("/api/v1/auth/login", "", ADA)
        .body()
        .replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private String project(String token) throws Exception {
    return number(
        post("/api/v1/projects", token, "{\"title\":\"p\",\"description\":\"d\",\"tags\":[]}"),
        "id");
  }

  private HttpResponse<String> lock(String token, String project) throws Exception {
    return post(
        "/api/v1/payments/escrow/lock",
        token,
        "{\"project_id\":" + project + ",\"amount_cents\":100,\"currency\":\"EUR\"}");
  }

  private static String number(HttpResponse<String> response, String field) {
    return response.body().replaceFirst(".*\"" + field + "\":(\\d+).*", "$1");
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    return send("GET", path, token, "");
  }

  private HttpResponse<String> post(String path, String token, String body) throws Exception {
    return send("POST", path, token, body);
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** A clock that stands still until it is moved. */
  private static final class MovableClock extends Clock {
    private volatile Instant now = Instant.now();

    void move(Duration by) {
      now = instant().plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
