package com.openshow.loadtest.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a load test reads of the stand-in's costs is measured, and moves with its cause. */
final class MetricsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path folder;
  private StagingServer server;
  private String token;

  @BeforeEach
  void start() throws Exception {
    server = server("jdbc:h2:" + folder.resolve("openshow"));
    token = signUp("ada@example.com");
  }

  private static StagingServer server(String database) throws IOException {
    Settings defaults = Settings.defaults();
    return StagingServer.start(
        new Settings(
            defaults.host(),
            0,
            database,
            defaults.tokenTtl(),
            Duration.ofSeconds(30),
            defaults.breakerHalfOpenCalls(),
            List.of(),
            Optional.empty()),
        Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBusyProcessorRisesWithTheFaultAndFallsAfterIt() throws Exception {
    assertThat(send("PUT", "/faults/cpu-burn", "{\"threads\":1,\"ratio\":0.9}").body())
        .contains("\"ratio\":0.9,\"threads\":1");
    assertThat(burners()).isOne();
    double before = value("process_cpu_seconds_total");
    await(() -> value("process_cpu_seconds_total") > before + 0.2);
    send("PUT", "/faults/cpu-burn", "{\"threads\":3}");
    await(() -> burners() == 3);
    send("DELETE", "/faults/cpu-burn", "");
    await(() -> burners() == 0);
    assertThat(send("PUT", "/faults/cpu-burn", "{\"threads\":0}").statusCode()).isEqualTo(400);
    assertThat(send("PUT", "/faults/cpu-burn", "{\"millis\":1}").statusCode()).isEqualTo(400);
  }

  @Test
  void aBusyProcessorEndsWithTheServer() throws Exception {
    send("PUT", "/faults/cpu-burn", "{\"threads\":1,\"ratio\":0.1}");
    assertThat(burners()).isOne();
    server.close();
    await(() -> burners() == 0);
  }

  private static int burners() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("cpu-burn-"))
            .count();
  }

  @Test
  void theDatabasesProcessorTimeRisesWithItsCallsOnly() throws Exception {
    double calls = value("database_calls_total{kind=\"write\",node=\"primary\"}");
    double before = value("database_cpu_seconds_total");
    assertThat(before).isPositive();
    send("GET", "/health", "");
    assertThat(value("database_cpu_seconds_total")).isEqualTo(before);
    project("a");
    assertThat(value("database_cpu_seconds_total")).isGreaterThan(before);
    assertThat(value("database_calls_total{kind=\"write\",node=\"primary\"}")).isEqualTo(calls + 1);
  }

  @Test
  void aDatabaseInFilesIsTimedAndKeepsItsRows() throws Exception {
    project("a");
    double operations = value("database_io_operations_total");
    assertThat(operations).isPositive();
    assertThat(value("database_io_seconds_total")).isPositive();
    server.close();
    server = server("jdbc:h2:file:" + folder.resolve("openshow"));
    token = login("ada@example.com");
    assertThat(send("GET", "/api/v1/projects", "").body()).contains("\"title\":\"a\"");
  }

  @Test
  void aDatabaseInMemoryHasNoFiles() throws Exception {
    assertThat(TimedFiles.timed("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1"))
        .isEqualTo("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1");
    assertThat(TimedFiles.timed("jdbc:h2:tcp://localhost/~/x"))
        .isEqualTo("jdbc:h2:tcp://localhost/~/x");
    assertThat(TimedFiles.timed("jdbc:h2:C:/data/x")).isEqualTo("jdbc:h2:timed:C:/data/x");
    assertThat(TimedFiles.timed("jdbc:h2:~/x")).isEqualTo("jdbc:h2:timed:~/x");
    // It would write to its files when it likes.
    server.close();
    try (StagingServer inMemory = server(Settings.defaults().database())) {
      long before = TimedFiles.BUSY.times();
      CLIENT.send(
          request(
              inMemory, "POST", "/api/v1/auth/signup", "{\"email\":\"a@b\",\"password\":\"p\"}"),
          HttpResponse.BodyHandlers.ofString());
      assertThat(TimedFiles.BUSY.times()).isEqualTo(before);
    }
  }

  @Test
  void whatOverlapsIsBusyOnce() {
    BusyTime busy = new BusyTime();
    assertThat(busy.seconds()).isZero();
    busy.begin();
    busy.begin();
    busy.end();
    double going = busy.seconds();
    assertThat(going).isPositive();
    busy.end();
    assertThat(busy.seconds()).isGreaterThan(going).isEqualTo(busy.seconds());
    assertThat(busy.times()).isEqualTo(2);
  }

  @Test
  void readsAreCountedWhereTheyGo() throws Exception {
    double replica = value("database_calls_total{kind=\"read\",node=\"replica\"}");
    double primary = value("database_calls_total{kind=\"read\",node=\"primary\"}");
    send("GET", "/api/v1/projects", "");
    send("PUT", "/faults/replica-down", "");
    send("GET", "/api/v1/projects", "");
    send("GET", "/api/v1/projects", "");
    assertThat(value("database_calls_total{kind=\"read\",node=\"replica\"}"))
        .isEqualTo(replica + 1);
    assertThat(value("database_calls_total{kind=\"read\",node=\"primary\"}"))
        .isEqualTo(primary + 2);
  }

  @Test
  void aProviderThatIsTooSlowIsATimeoutAndAFailedCall() throws Exception {
    String project = project("p");
    String body = "{\"project_id\":" + project + ",\"amount_cents\":1,\"currency\":\"EUR\"}";
    assertThat(value("payment_provider_timeouts_total")).isZero();
    send("PUT", "/faults/provider-slow", "{\"millis\":1}");
    assertThat(send("POST", "/api/v1/payments/escrow/lock", body).statusCode()).isEqualTo(201);
    send("PUT", "/faults/provider-slow", "");
    assertThat(send("POST", "/api/v1/payments/escrow/lock", body).statusCode()).isEqualTo(504);
    assertThat(value("payment_provider_timeouts_total")).isOne();
    assertThat(
            value(
                "resilience4j_circuitbreaker_calls_seconds_count{kind=\"failed\",name=\"payment-provider\"}"))
        .isOne();
  }

  @Test
  void metricsAreInOpenMetricsWhenThatIsAskedFor() throws Exception {
    HttpResponse<String> text = send("GET", "/metrics", "");
    assertThat(text.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(text.body()).doesNotContain("# EOF");
    HttpResponse<String> open =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(open.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text");
    assertThat(open.body()).contains("# TYPE process_cpu_seconds counter").endsWith("# EOF\n");
  }

  @Test
  void onlyTheOwnerDeletesAProjectWithItsTagsAndEscrows() throws Exception {
    String id = project("p");
    send(
        "POST",
        "/api/v1/payments/escrow/lock",
        "{\"project_id\":" + id + ",\"amount_cents\":1,\"currency\":\"EUR\"}");
    String owner = token;
    token = signUp("bob@example.com");
    assertThat(send("DELETE", "/api/v1/projects/" + id, "").statusCode()).isEqualTo(404);
    token = "";
    assertThat(send("DELETE", "/api/v1/projects/" + id, "").statusCode()).isEqualTo(401);
    token = owner;
    HttpResponse<String> deleted = send("DELETE", "/api/v1/projects/" + id, "");
    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    assertThat(send("GET", "/api/v1/projects/" + id, "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/api/v1/projects/" + id, "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/api/v1/projects/x", "").statusCode()).isEqualTo(404);
  }

  /** A look at what a thread of the server does in its own time. */
  private interface Look {
    boolean shows() throws Exception;
  }

  private static void await(Look look) throws Exception {
    Instant deadline = Instant.now().plusSeconds(20);
    while (!look.shows() && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(look.shows()).isTrue();
  }

  private double value(String series) throws Exception {
    return send("GET", "/metrics", "")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no metric " + series));
  }

  private String signUp(String email) throws Exception {
    send("POST", "/api/v1/auth/signup", account(email));
    return login(email);
  }

  private String login(String email) throws Exception {
    return send("POST", "/api/v1/auth/login", account(email))
        .body()
        .replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private static String account(String email) {
    return "{\"email\":\"" + email + "\",\"password\":\"secret\"}";
  }

  private String project(String title) throws Exception {
    return send(
            "POST",
            "/api/v1/projects",
            "{\"title\":\"" + title + "\",\"description\":\"d\",\"tags\":[\"t\"]}")
        .body()
        .replaceFirst(".*\"id\":(\\d+).*", "$1");
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return CLIENT.send(request(server, method, path, body), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(StagingServer to, String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.port() + path))
        .header("Authorization", "Bearer " + token)
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
