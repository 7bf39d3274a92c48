package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openshow.loadtest.distribution.Prometheus.Job;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The circuit breaker of the payments while money moves: the provider goes down and comes back, or
 * becomes slow and stays so. Its states are read by a real Prometheus, and scraped by the test.
 */
final class BreakerIT {
  private static final int TENTHS = 600;

  /** Two calls each, until a step fails. */
  private static final String SCENARIOS =
      """
      {
        "project_name": "breaker", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 6, "global_duration": "30s", "slo": {"slo_error_percent": 100},
        "backend": {
          "sources": [{"name": "prometheus", "prometheus": "PROMETHEUS"},
                      {"name": "scraped", "scrape": "/metrics"},
                      {"name": "scraped_rarely", "scrape": "/metrics", "interval": "15s"}],
          "objectives": [
            {"name": "breaker", "source": "prometheus", "labels": {"job": "often"}, STATES},
            {"name": "breaker", "source": "scraped", STATES},
            {"name": "breaker rarely seen", "source": "prometheus", "labels": {"job": "rarely"}, STATES},
            {"name": "breaker", "source": "scraped_rarely", STATES},
            {"name": "no internal timeouts", "source": "prometheus",
             "query": "payment_provider_timeouts_total{job=\\"often\\"}", "reduce": "rate", "target": 0, "unit": "/s"},
            {"name": "no internal timeouts", "source": "scraped",
             "query": "payment_provider_timeouts_total", "reduce": "rate", "target": 0, "unit": "/s"}
          ]
        },
        "scenarios": [
          {"name": "Escrow", "type": "Load/Soak", "target_vus": 6, "target_rps": 2, "ramp_up": "0s",
           "flow": [
             {"path": "/api/v1/projects", "method": "POST", "data_type": "unique_project",
              "extract": {"project_id": {"json": "$.id"}}},
             {"path": "/api/v1/payments/escrow/lock", "method": "POST",
              "body": {"project_id": {"var": "project_id"}, "amount_cents": 25000, "currency": "EUR"},
              "extract": {"escrow_id": {"json": "$.escrow_id"}}},
             {"path": "/api/v1/payments/escrow/release", "method": "POST",
              "body": {"escrow_id": {"var": "escrow_id"}}}]}
        ]
      }
      """
          .replace(
              "STATES",
              """
              "preset": "resilience4j.circuit_breaker",
              "states": ["closed", "open", "half_open", "closed"], "shortest_state": {"open": "5s"}""");

  @TempDir private static Path folder;
  private static Run recovering;
  private static Run lasting;

  @BeforeAll
  static void run() throws Exception {
    Program.assumeInstalled(Prometheus.NAME);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Future<Run> one = both.submit(() -> run("recovering", BreakerIT::bringTheProviderBack));
      Future<Run> other =
          both.submit(
              () -> run("lasting", staging -> staging.fault("PUT", "/provider-slow", "{}")));
      recovering = one.get();
      lasting = other.get();
    } finally {
      both.shutdownNow();
    }
  }

  /** What happens to a backend once it has moved money. */
  private interface Event {
    void at(Staging staging) throws Exception;
  }

  private static Run run(String name, Event event) throws Exception {
    Path own = Files.createDirectory(folder.resolve(name));
    try (Staging staging = Staging.start(own, "--breaker-half-open-calls", "6")) {
      String api = URI.create(staging.target()).getAuthority();
      try (Prometheus prometheus =
          Prometheus.start(
              own,
              List.of(
                  new Job("often", "1s", List.of(api)), new Job("rarely", "15s", List.of(api))))) {
        prometheus.await("count(up == 1) == 2");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
          Future<Run> run =
              thread.submit(
                  () ->
                      Run.of(
                          Run.command(
                              own.resolve("run"),
                              SCENARIOS.replace("PROMETHEUS", prometheus.url()),
                              staging.target())));
          await(() -> answered(staging, 200) >= 3);
          event.at(staging);
          return run.get();
        } finally {
          thread.shutdownNow();
        }
      }
    }
  }

  /** When nothing gets through to it any more, the breaker is open. */
  private static void bringTheProviderBack(Staging staging) throws Exception {
    staging.fault("PUT", "/provider-down", "{}");
    await(() -> answered(staging, 503) >= 2);
    staging.fault("DELETE", "/provider-down", "");
  }

  /** How many payments were answered so. */
  private static long answered(Staging staging, int status) throws Exception {
    return staging.asked().stream()
        .filter(asked -> asked.path().contains("/escrow/") && asked.status() == status)
        .count();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < TENTHS && !condition.call(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(condition.call()).isTrue();
  }

  private static void assertVerdict(JsonNode objective, String verdict, String reason) {
    assertThat(objective.path("verdict").asText()).as(objective.toString()).isEqualTo(verdict);
    assertThat(objective.path("reason").asText()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "scraped"})
  void aTripWithRecoveryIsFound(String source) {
    JsonNode breaker = recovering.of(source, "breaker");

    assertVerdict(breaker, "PASS", "closed -> open -> half_open -> closed");
    assertThat(breaker.at("/backend/series/0/states").findValuesAsText("state"))
        .containsExactly("closed", "open", "half_open", "closed");
    assertVerdict(recovering.of(source, "no internal timeouts"), "PASS", "0 /s is at most 0 /s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus", "scraped"})
  void withoutRecoveryTheTransitionThatIsMissingIsNamedAndTimeoutsAreABreach(String source) {
    assertVerdict(lasting.of(source, "breaker"), "FAIL", "never went from half_open to closed");
    assertVerdict(lasting.of(source, "no internal timeouts"), "FAIL", "is more than 0 /s");
  }

  @Test
  void scrapesTooFarApartToSeeAnOpenStateAreInconclusiveAndSayWhatIsNeeded() {
    for (JsonNode rarely :
        List.of(
            recovering.of("prometheus", "breaker rarely seen"),
            recovering.of("scraped_rarely", "breaker"))) {
      assertVerdict(rarely, "INCONCLUSIVE", "an interval of at most 2.5 s is needed");
    }
    assertThat(recovering.outcome().exitCode()).isEqualTo(2);
    assertThat(lasting.outcome().exitCode()).isEqualTo(1);
  }
}
