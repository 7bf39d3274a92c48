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
import java.util.List;
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
      {"name": "%1$s", "source": "%1$s", "query": "up", "op": "gte", "target": 1, "unit": "up"}""";

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
    String basic = "Basic " + base64("reader:" + PASSWORD);
    List<String> sources =
        List.of(
            source("healthy", prometheus.url(), ""),
            source("killed", mortal.url(), ""),
            source("dead", "http://127.0.0.1:" + Program.freePort(), ""),
            source("endless", started(Gateway.endless()).url(), ""),
            source("ahead", started(Gateway.ahead(prometheus, 90)).url(), ""),
            source(
                "token",
                started(Gateway.guarded(prometheus, "Bearer " + TOKEN)).url(),
                ", \"bearer\": \"env:TOKEN_OF_TEST\""),
            source(
                "password",
                started(Gateway.guarded(prometheus, basic)).url(),
                ", \"basic\": {\"user\": \"reader\", \"password\": \"property:password_of_test\"}"),
            source(
                "unauthorized",
                started(Gateway.guarded(prometheus, "Bearer " + TOKEN)).url(),
                ", \"bearer\": \"env:WRONG_TOKEN_OF_TEST\""));
    String backend =
        """
        "backend": {"sources": [%s], "objectives": [%s]},"""
            .formatted(
                String.join(",\n", sources),
                String.join(
                    ",\n",
                    Stream.of(
                            "healthy",
                            "killed",
                            "dead",
                            "endless",
                            "ahead",
                            "token",
                            "password",
                            "unauthorized")
                        .map(OBJECTIVE::formatted)
                        .toList()));
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

  private static String source(String name, String url, String credentials) {
    return PROMETHEUS.formatted(name, url, credentials);
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
  @CsvSource({
    "killed, the connection was refused",
    "dead, the connection was refused",
    "endless, within 3 s",
    "ahead, ahead of this machine's",
    "unauthorized, not good: Bearer [secret] (401); give credentials"
  })
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
        .contains("4 passed, 0 failed, 5 inconclusive")
        .doesNotContain("\tat ");
    assertThat(alone.outcome().exitCode()).as(alone.outcome().output()).isZero();
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
