package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.distribution.Prometheus.Job;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One test that asks Prometheus in every state that it can be in, dead and dying ones among them,
 * and beside it the same load without any of them.
 */
final class HostileBackendIT {
  private static final int TENTHS = 600;
  private static final String TOKEN = "t0ken-of-this-test";
  private static final String WRONG_TOKEN = "wr0ng-token-of-this-test";
  private static final String PASSWORD = "passw0rd-of-this-test";

  private static final String SCENARIOS =
      """
      {
        "project_name": "hostile", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 5, "global_duration": "20s", %s
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 5, "target_rps": 50,
           "endpoints": [{"path": "/api/v1/creators", "method": "GET", "weight": 1}]}
        ]
      }
      """;

  private static final String PROMETHEUS =
      """
      {"name": "%s", "prometheus": "%s", "timeout": "3s"%s}""";

  private static final String OBJECTIVE =
      """
      {"name": "%1$s", "source": "%1$s", "query": "%2$s", "op": "gte", "target": 1, "unit": "up"}""";

  @TempDir private static Path folder;
  private static final List<AutoCloseable> STARTED = new ArrayList<>();
  private static Run hostile;
  private static Run alone;

  @BeforeAll
  static void run() throws Exception {
    Program.assumeInstalled(Prometheus.NAME);
    Staging staging = started(Staging.start(folder));
    Prometheus prometheus = prometheus("living", staging);
    Prometheus mortal = prometheus("mortal", staging);
    String backend = backend(prometheus, mortal);
    ProcessBuilder command =
        Run.command(
            folder.resolve("hostile"),
            SCENARIOS.formatted(backend),
            staging.target(),
            "-Jpassword_of_test=" + PASSWORD);
    command.environment().put("TOKEN_OF_TEST", TOKEN);
    command.environment().put("WRONG_TOKEN_OF_TEST", WRONG_TOKEN);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<Run> one = both.submit(() -> Run.of(command));
      Future<Run> other =
          both.submit(
              () ->
                  Run.of(
                      Run.command(
                          folder.resolve("alone"), SCENARIOS.formatted(""), staging.target())));
      awaitHalfOf(staging);
      mortal.kill();
      hostile = one.get();
      alone = other.get();
    } finally {
      both.shutdownNow();
    }
  }

  /** A source and an objective for each state that a Prometheus can be in. */
  private static String backend(Prometheus prometheus, Prometheus mortal) throws Exception {
    String own = "{\"status\": \"success\", \"data\": {\"resultType\": \"mat";
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("healthy", prometheus.url());
    urls.put("not_a_number", prometheus.url());
    urls.put("killed", mortal.url());
    urls.put("dead", "http://127.0.0.1:" + Program.freePort());
    urls.put("endless", url(Gateway.endless()));
    urls.put("huge", url(Gateway.huge()));
    urls.put("ahead", url(Gateway.ahead(prometheus, 90)));
    urls.put("unavailable", url(Gateway.saying(503, "")));
    urls.put("page", url(Gateway.saying(200, "<html><body>Please log in</body></html>")));
    urls.put("truncated", url(Gateway.saying(200, own)));
    urls.put("partial", url(Gateway.complaining(prometheus, "store 7 did not answer")));
    urls.put("token", url(Gateway.guarded(prometheus, "Bearer " + TOKEN)));
    urls.put("wrong_token", url(Gateway.guarded(prometheus, "Bearer " + TOKEN)));
    urls.put("password", url(Gateway.guarded(prometheus, "Basic " + base64("reader:" + PASSWORD))));
    Map<String, String> credentials =
        Map.of(
            "token", ", \"bearer\": \"env:TOKEN_OF_TEST\"",
            "wrong_token", ", \"bearer\": \"env:WRONG_TOKEN_OF_TEST\"",
            "password",
                ", \"basic\": {\"user\": \"reader\", \"password\": \"property:password_of_test\"}");
    List<String> sources = new ArrayList<>();
    List<String> objectives = new ArrayList<>();
    urls.forEach(
        (name, url) -> {
          sources.add(PROMETHEUS.formatted(name, url, credentials.getOrDefault(name, "")));
          objectives.add(OBJECTIVE.formatted(name, name.startsWith("not_") ? "up * NaN" : "up"));
        });
    return """
        "backend": {"sources": [%s], "objectives": [%s]},"""
        .formatted(String.join(",\n", sources), String.join(",\n", objectives));
  }

  private static String url(Gateway gateway) {
    return started(gateway).url();
  }

  private static Prometheus prometheus(String name, Staging staging) throws Exception {
    Path own = Files.createDirectory(folder.resolve(name));
    String api = URI.create(staging.target()).getAuthority();
    Prometheus prometheus =
        started(Prometheus.start(own, List.of(new Job("api", "1s", List.of(api)))));
    prometheus.await("up == 1");
    return prometheus;
  }

  private static <T extends AutoCloseable> T started(T program) {
    STARTED.add(program);
    return program;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Until half of the 1,000 requests of each run were answered. */
  private static void awaitHalfOf(Staging staging) throws Exception {
    for (int i = 0; i < TENTHS && staging.asked().size() < 1_000; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable one : STARTED) {
      one.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"healthy", "token", "password"})
  void whoAnswersIsJudged(String source) {
    JsonNode objective = hostile.of(source, source);
    assertThat(objective.path("verdict").asText()).as(objective.toString()).isEqualTo("PASS");
    assertThat(objective.path("observed").asDouble()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          killed       | the connection was refused
          dead         | the connection was refused
          endless      | within 3 s
          huge         | the answer is larger than 64 MiB
          ahead        | ahead of this machine's
          unavailable  | status 503
          page         | an HTML page came instead of JSON
          truncated    | the answer ends in its middle
          partial      | store 7 did not answer
          not_a_number | points are NaN or infinite
          wrong_token  | not good: Bearer [secret] (401); give credentials
          """)
  void whoDoesNotIsInconclusiveWithTheReason(String source, String reason) {
    JsonNode objective = hostile.of(source, source);
    assertThat(objective.path("verdict").asText())
        .as(objective.toString())
        .isEqualTo("INCONCLUSIVE");
    assertThat(objective.path("reason").asText()).contains(reason);
  }

  @Test
  void theVerdictIsTheThird() {
    assertThat(hostile.outcome().exitCode()).as(hostile.outcome().output()).isEqualTo(2);
    assertThat(hostile.outcome().output())
        .contains("4 passed, 0 failed, 11 inconclusive")
        .doesNotContain("\tat ");
    assertThat(alone.outcome().exitCode()).as(alone.outcome().output()).isZero();
  }

  @Test
  void whoCannotBeReadIsToldAtTheStart() {
    for (String source : List.of("dead", "endless", "unavailable", "page", "wrong_token")) {
      assertThat(hostile.outcome().output())
          .containsOnlyOnce("warning: the source \"" + source + "\" cannot be read at the start");
    }
    for (String source : List.of("healthy", "token", "password", "killed")) {
      assertThat(hostile.outcome().output())
          .doesNotContain("warning: the source \"" + source + "\"");
    }
  }

  @Test
  void theLoadIsTheSameWithAndWithoutThem() throws Exception {
    for (Run run : List.of(hostile, alone)) {
      JsonNode schedule = run.verdict().at("/schedules/0");
      assertThat(schedule.path("planned").asInt()).isEqualTo(1_000);
      assertThat(schedule.path("achieved").asInt()).isGreaterThanOrEqualTo(990);
    }
    assertThat(requests(hostile) / requests(alone)).isGreaterThanOrEqualTo(0.99);
  }

  /** Those of its 20 s: a schedule goes on as planned, whatever the machine is busy with. */
  private static double requests(Run run) throws Exception {
    return Row.read(run.folder().resolve("report/results.jtl")).size();
  }

  @Test
  void noSecretIsInAnyOutput() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(hostile.folder())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .contains(
            "all.jmx", "jmeter.log", "verdict.json", "backend.json", "report.html", "junit.xml");
    for (String secret :
        List.of(TOKEN, WRONG_TOKEN, PASSWORD, base64("reader:" + PASSWORD), base64(PASSWORD))) {
      for (Path file : files) {
        assertThat(Files.readString(file)).as("%s in %s", secret, file).doesNotContain(secret);
      }
      assertThat(hostile.outcome().output()).doesNotContain(secret);
    }
  }
}
