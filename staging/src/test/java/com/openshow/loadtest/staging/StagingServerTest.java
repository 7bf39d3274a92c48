package com.openshow.loadtest.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
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
  private String database;

  @BeforeEach
  void start() throws Exception {
    Settings defaults = Settings.defaults();
    database = defaults.database();
    server =
        StagingServer.start(
            new Settings(
                defaults.host(),
                0,
                database,
                defaults.tokenTtl(),
                Duration.ofMillis(200),
                defaults.breakerHalfOpenCalls(),
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
    assertThat(Main.run(new String[] {"--breaker-half-open-calls", "0"})).isEqualTo(64);
    assertThat(Main.run(new String[] {"--help"})).isZero();
  }

  @Test
  void aTakenPortIs70() {
    assertThat(Main.run(new String[] {"--port", Integer.toString(server.port())})).isEqualTo(70);
  }

  @Test
  void theTotalOfCreatorsCountsAllOfThemWhateverTheLimit() throws Exception {
    String body = get("/api/v1/creators?q=video&limit=3", "").body();
    assertThat(body).contains("\"total\":667");
    assertThat(body.split("\"id\":", -1)).hasSize(1 + 3);
    assertThat(get("/api/v1/creators?q=%25", "").body()).contains("\"total\":0");
    assertThat(get("/api/v1/creators?limit=0", "").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/creators?limit=x", "").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/creators?verified=maybe", "").statusCode()).isEqualTo(400);
  }

  @Test
  void aForgedTokenIs401() throws Exception {
    String token = token();
    String payload = token.split("\\.", -1)[1];
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(get("/api/v1/auth/me", unsigned + "." + payload + ".").statusCode()).isEqualTo(401);
    String ofAnotherKey = new Tokens(clock, Duration.ofHours(1)).issue(1);
    assertThat(get("/api/v1/auth/me", ofAnotherKey).statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/auth/me", token).statusCode()).isEqualTo(200);
  }

  @Test
  void valuesThatTheDatabaseCouldNotTakeAre400() throws Exception {
    String longName = ADA.replace("}", ",\"name\":\"" + "x".repeat(201) + "\"}");
    assertThat(post("/api/v1/auth/signup", "", longName).body()).contains("name must be");
    String token = token();
    String project = project(token);
    assertThat(
            post(
                    "/api/v1/projects",
                    token,
                    "{\"title\":\"u\",\"description\":\"d\",\"tags\":\"a\"}")
                .body())
        .contains("tags must be");
    HttpResponse<String> escrow =
        post(
            "/api/v1/payments/escrow/lock",
            token,
            "{\"project_id\":" + project + ".5,\"amount_cents\":0,\"currency\":\"E\"}");
    assertThat(escrow.statusCode()).isEqualTo(400);
    assertThat(escrow.body()).contains("project_id", "amount_cents", "currency");
  }

  @Test
  void whatIsNotThereIs404InJson() throws Exception {
    String token = token();
    assertThat(get("/api/v1/nothing", "").body()).startsWith("{\"error\":");
    assertThat(get("/api/v1/nothing", "").statusCode()).isEqualTo(404);
    assertThat(post("/api/v1/payments/escrow/release", token, "{\"escrow_id\":999}").statusCode())
        .isEqualTo(404);
    assertThat(lock(token, "999").statusCode()).isEqualTo(404);
  }

  @Test
  void ofSimultaneousReleasesExactlyOneWins() throws Exception {
    String token = token();
    String escrow = number(lock(token, project(token)), "escrow_id");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> release =
          () ->
              post("/api/v1/payments/escrow/release", token, "{\"escrow_id\":" + escrow + "}")
                  .statusCode();
      List<Integer> codes = new ArrayList<>();
      for (Future<Integer> code : threads.invokeAll(List.of(release, release, release, release))) {
        codes.add(code.get());
      }
      assertThat(codes).containsExactlyInAnyOrder(200, 409, 409, 409);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aRefusedPaymentLeavesTheDatabaseAsItWas() throws Exception {
    String token = token();
    String project = project(token);
    String escrow = number(lock(token, project), "escrow_id");
    String release = "{\"escrow_id\":" + escrow + "}";
    send("PUT", "/faults/provider-down", "", "");
    assertThat(lock(token, project).statusCode()).isEqualTo(502);
    assertThat(post("/api/v1/payments/escrow/release", token, release).statusCode()).isEqualTo(502);
    send("DELETE", "/faults/provider-down", "", "");
    assertThat(rows("escrows")).isOne();
    assertThat(post("/api/v1/payments/escrow/release", token, release).statusCode()).isEqualTo(200);
  }

  @Test
  void aProjectWhoseTagsCannotBeStoredIsNotStoredEither() throws Exception {
    String token = token();
    String tags = "[\"a\",\"" + "x".repeat(51) + "\"]";
    String body = "{\"title\":\"t\",\"description\":\"d\",\"tags\":" + tags + "}";
    assertThat(post("/api/v1/projects", token, body).statusCode()).isEqualTo(400);
    try (Connection connection = DriverManager.getConnection(database, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("alter table project_tags add check (tag <> 'poison')");
    }
    String poison = body.replace(tags, "[\"a\",\"poison\"]");
    assertThat(post("/api/v1/projects", token, poison).statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(rows("projects")).isZero();
    assertThat(rows("project_tags")).isZero();
  }

  private int rows(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "sa", "");
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getInt(1);
    }
  }

  @Test
  void latencyDelaysRequestsOfItsPath() throws Exception {
    send("PUT", "/faults/latency", "", "{\"path_prefix\":\"/api/v1/creators\",\"millis\":200}");
    assertThat(duration("/api/v1/creators")).isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void delaysAddUpForTheirPathsUntilTheyAreSwitchedOff() {
    Faults faults = new Faults();
    faults.on(FaultName.SLOW_SEARCH, Fault.standard(FaultName.SLOW_SEARCH));
    faults.on(FaultName.LATENCY, new Fault("/api/v1/search", 300, 1, 500, 1));
    assertThat(faults.delayMillis("/api/v1/search/suggestions")).isEqualTo(420);
    assertThat(faults.delayMillis("/api/v1/search")).isEqualTo(300);
    assertThat(faults.delayMillis("/api/v1/creators")).isZero();
    faults.off(FaultName.LATENCY);
    assertThat(faults.delayMillis("/api/v1/search/suggestions")).isEqualTo(120);
    faults.allOff();
    assertThat(faults.delayMillis("/api/v1/search/suggestions")).isZero();
  }

  @Test
  void aSlowDatabaseSlowsWhatIsNotCached() throws Exception {
    send("PUT", "/faults/database-slow", "", "{\"millis\":200}");
    assertThat(duration("/api/v1/creators?q=new")).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    send("DELETE", "/faults/database-slow", "", "");
    assertThat(get("/faults", "").body()).contains("\"database-slow\":\"off\"");
  }

  private Duration duration(String path) throws Exception {
    long started = System.nanoTime();
    get(path, "");
    return Duration.ofNanos(System.nanoTime() - started);
  }

  @Test
  void noFaultReachesTheSwitchesAndTheMetrics() throws Exception {
    send("PUT", "/faults/errors", "", "{\"path_prefix\":\"/\",\"ratio\":1}");
    assertThat(get("/api/v1/creators", "").statusCode()).isEqualTo(500);
    assertThat(get("/metrics", "").body())
        .contains(
            "http_server_requests_seconds_count{method=\"GET\",status=\"500\","
                + "uri=\"/api/v1/creators\"} 1");
    assertThat(get("/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(send("DELETE", "/faults/errors", "", "").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/creators", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aSlipInAFaultsParametersIs400NamingThoseThereAre() throws Exception {
    HttpResponse<String> slip = send("PUT", "/faults/errors", "", "{\"rate\":1}");
    assertThat(slip.statusCode()).isEqualTo(400);
    assertThat(slip.body()).contains("path_prefix, ratio, status");
    for (String body : List.of("{\"millis\":\"9\"}", "{\"millis\":1.5}", "[1]", "{")) {
      assertThat(send("PUT", "/faults/latency", "", body).statusCode()).isEqualTo(400);
    }
    assertThat(send("DELETE", "/faults/nonsense", "", "").statusCode()).isEqualTo(404);
    assertThat(get("/faults", "").body()).contains("\"errors\":\"off\"", "\"latency\":\"off\"");
  }

  @Test
  void readsGoBackToTheReplicaWhenItIsUp() throws Exception {
    send("PUT", "/faults/replica-down", "", "");
    send("DELETE", "/faults/replica-down", "", "");
    get("/api/v1/creators?q=x", "");
    assertThat(get("/metrics", "").body())
        .contains("replica_up 1.0", "replica_failovers_total 0.0");
  }

  @Test
  void thePortFileHoldsOnlyThePortOfAListeningServer() throws Exception {
    Path file = folder.resolve("new/port");
    StartOptions options =
        StartOptions.parse(
            new String[] {"--port", "0", "--port-file", file.toString(), "--fault", "slow-search"});
    try (StagingServer started = Main.start(options)) {
      assertThat(file).hasContent(Integer.toString(started.port()));
      base = "http://127.0.0.1:" + started.port();
      assertThat(get("/health", "").statusCode()).isEqualTo(200);
      assertThat(get("/faults", "").body()).contains("\"slow-search\":\"on\"");
      assertThat(get("/metrics", "").body()).doesNotContain("/api/v1/auth/signup");
    }
  }

  @Test
  void aPortFileOfAnEarlierServerIsGoneWhenTheStartFails() throws Exception {
    Path file = Files.writeString(folder.resolve("port"), "1");
    String taken = Integer.toString(server.port());
    assertThat(Main.run(new String[] {"--port", taken, "--port-file", file.toString()}))
        .isEqualTo(70);
    assertThat(file).doesNotExist();
  }

  @Test
  void optionsReachTheSettings() throws Exception {
    Settings settings =
        StartOptions.parse(
                new String[] {
                  "--token-ttl",
                  "90s",
                  "--breaker-open-wait",
                  "2m",
                  "--breaker-half-open-calls",
                  "3",
                  "--fault",
                  "errors",
                  "--fault",
                  "latency"
                })
            .settings();
    assertThat(settings.tokenTtl()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.breakerOpenWait()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.breakerHalfOpenCalls()).isEqualTo(3);
    assertThat(settings.faults()).containsExactly(FaultName.ERRORS, FaultName.LATENCY);
    assertThat(settings.port()).isEqualTo(8080);
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
