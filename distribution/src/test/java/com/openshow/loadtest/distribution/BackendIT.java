package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import com.openshow.loadtest.distribution.Prometheus.Job;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is promised of the API, the machine and Redis, judged by what a real Prometheus knows of
 * them and by what the test scraped itself: of a healthy run, and of one whose API burns.
 */
final class BackendIT {
  private static final String PROMETHEUS = "prometheus";
  private static final String SCRAPED = "scraped";
  private static final String API_CPU = "API CPU";

  /** No machine does more than all it can: what others do on it must not fail a test. */
  private static final String OBJECTIVES =
      """
      {"name": "API CPU", "query": "rate(process_cpu_seconds_total[5s]) / on(instance) system_cpu_count * 100",
       "by": [], "target": 20, "unit": "%", "source": "SOURCE"},
      {"name": "Replica", "query": "replica_up", "reduce": "min", "op": "gte", "target": 1, "unit": "up", "source": "SOURCE"},
      {"name": "Machine CPU", "preset": "node.cpu", "over": "5s", "target": 100, "source": "SOURCE"},
      {"name": "Machine memory", "preset": "node.memory", "reduce": "avg", "target": 100, "source": "SOURCE"},
      {"name": "Machine IO", "preset": "node.io", "over": "5s", "target": 100, "source": "SOURCE"},
      {"name": "Redis CPU", "preset": "redis.cpu", "over": "5s", "target": 100, "source": "SOURCE"},
      {"name": "Redis memory", "preset": "redis.memory_bytes", "target": 1e9, "source": "SOURCE"},
      {"name": "Redis is up", "preset": "redis.up", "target": 1, "source": "SOURCE"}
      """;

  private static final String SCENARIOS =
      """
      {
        "project_name": "backend", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 5, "global_duration": "25s", "warm_up": "5s",
        "backend": {
          "sources": [{"name": "prometheus", "prometheus": "%s"},
                      {"name": "scraped", "scrape": ["/metrics", "http://%s/metrics", "http://%s/metrics"]}],
          "objectives": [%s, %s]
        },
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 5, "target_rps": 50,
           "endpoints": [
             {"path": "/api/v1/creators", "method": "GET", "weight": 60},
             {"path": "/api/v1/search/suggestions", "method": "GET", "weight": 40}]}
        ]
      }
      """;

  /** What is wrong with the backend, and what the verdict of its processor time then is. */
  private enum Condition {
    HEALTHY,
    BURNING
  }

  @TempDir private static Path folder;
  private static Prometheus prometheus;
  private static Run healthy;
  private static Run burning;
  private static final List<AutoCloseable> PROGRAMS = new ArrayList<>();

  @BeforeAll
  static void run() throws Exception {
    Program.assumeInstalled(Prometheus.NAME, NodeExporter.NAME, Redis.SERVER, Redis.EXPORTER);
    Staging staging = started(Staging.start(folder));
    NodeExporter node = started(NodeExporter.start(folder));
    Redis redis = started(Redis.start(folder));
    String api = URI.create(staging.target()).getAuthority();
    prometheus =
        started(
            Prometheus.start(
                folder,
                List.of(
                    new Job("api", "1s", List.of(api)),
                    new Job("node", "1s", List.of(node.instance())),
                    new Job("redis", "1s", List.of(redis.instance())))));
    prometheus.await("count(up == 1) == 3");
    String scenarios =
        SCENARIOS.formatted(
            prometheus.url(),
            node.instance(),
            redis.instance(),
            OBJECTIVES.replace("SOURCE", PROMETHEUS),
            OBJECTIVES.replace("SOURCE", SCRAPED));
    healthy = Run.of(Run.command(folder.resolve("healthy"), scenarios, staging.target()));
    staging.fault("PUT", "/cpu-burn", "{}");
    burning = Run.of(Run.command(folder.resolve("burning"), scenarios, staging.target()));
  }

  private static <T extends AutoCloseable> T started(T program) {
    PROGRAMS.add(program);
    return program;
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable program : PROGRAMS) {
      program.close();
    }
  }

  private static Run run(Condition condition) {
    return condition == Condition.HEALTHY ? healthy : burning;
  }

  @Test
  void aHealthyRunPasses() {
    assertThat(healthy.outcome().exitCode()).as(healthy.outcome().output()).isZero();
    assertThat(healthy.verdict().path("objectives").findValuesAsText("verdict"))
        .hasSizeGreaterThan(16)
        .containsOnly("PASS");
  }

  @Test
  void aBurningApiBreachesWhatIsPromisedOfItsProcessorTimeAndNothingElse() {
    assertThat(burning.outcome().exitCode()).as(burning.outcome().output()).isEqualTo(1);
    for (JsonNode objective : burning.verdict().path("objectives")) {
      boolean burns = objective.path("name").asText().equals(API_CPU);
      assertThat(objective.path("verdict").asText())
          .as(objective.toString())
          .isEqualTo(burns ? "FAIL" : "PASS");
    }
    assertThat(burning.outcome().output()).contains("FAIL: " + API_CPU);
  }

  @ParameterizedTest
  @EnumSource
  void figuresAreThoseOfPrometheussOwnApi(Condition condition) throws Exception {
    assertThat(run(condition).of(PROMETHEUS)).hasSize(8);
    for (JsonNode objective : run(condition).of(PROMETHEUS)) {
      List<Double> values = own(objective, 0);
      assertThat(objective.path("samples").asInt()).isEqualTo(values.size()).isBetween(18, 22);
      double figure = figure(objective.path("kind").asText(), values);
      assertThat(objective.path("observed").asDouble())
          .as("%s of %s", objective.path("name"), values)
          .isCloseTo(figure, within(1e-9 * figure));
    }
  }

  /**
   * Two who scrape each second do so at other moments of it, and know what happens up to a second
   * sooner or later. So the figure lies within 1 % of what Prometheus says of some time that begins
   * and ends by so much sooner or later.
   */
  @ParameterizedTest
  @EnumSource
  void whatIsScrapedDirectlyIsTheSameVerdictAndWithinOnePercentTheSameFigure(Condition condition)
      throws Exception {
    List<JsonNode> scraped = run(condition).of(SCRAPED);
    assertThat(scraped).hasSize(8);
    for (JsonNode other : scraped) {
      JsonNode objective = run(condition).of(PROMETHEUS, other.path("name").asText());
      assertThat(other.path("verdict")).isEqualTo(objective.path("verdict"));
      String kind = objective.path("kind").asText();
      List<Double> figures = new ArrayList<>();
      for (int millis = -1000; millis <= 1000; millis += 250) {
        figures.add(figure(kind, own(objective, millis)));
      }
      double tolerance = 0.01 * objective.path("observed").asDouble();
      assertThat(other.path("observed").asDouble())
          .as("%s: %s", other.path("name").asText(), figures)
          .isBetween(Collections.min(figures) - tolerance, Collections.max(figures) + tolerance);
    }
  }

  /** What Prometheus's own API says of the time of an objective, or of one so much later. */
  private static List<Double> own(JsonNode objective, int laterMillis) throws Exception {
    JsonNode backend = objective.path("backend");
    JsonNode own =
        prometheus.askRange(
            backend.path("query").asText(),
            seconds(backend.path("from"), laterMillis),
            seconds(backend.path("to"), laterMillis),
            "1");
    assertThat(own).as(objective.toString()).hasSize(1);
    assertThat(backend.path("series")).hasSize(1);
    return IntStream.range(0, own.at("/0/values").size())
        .mapToObj(i -> own.at("/0/values/" + i + "/1").asDouble())
        .toList();
  }

  private static String seconds(JsonNode instant, int laterMillis) {
    long millis = Instant.parse(instant.asText()).toEpochMilli() + laterMillis;
    return BigDecimal.valueOf(millis, 3).toPlainString();
  }

  private static double figure(String kind, List<Double> values) {
    return switch (kind) {
      case "avg by ()", "avg" ->
          values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      case "max" -> Collections.max(values);
      case "min" -> Collections.min(values);
      default -> throw new AssertionError(kind);
    };
  }

  @Test
  void theDashboardShowsWhatIsPromised() throws Exception {
    Path own = healthy.folder();
    Outcome generated =
        Home.run(
            Home.command(
                own,
                Home.PATH.resolve("bin/loadtest"),
                "generate",
                "scenarios.json",
                "--format",
                "grafana",
                "--output",
                "dashboards"));
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    JsonNode dashboard =
        new ObjectMapper().readTree(own.resolve("dashboards/loadtest.json").toFile());
    List<String> shown = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      // Of the promises by both sources: each query is asked of Prometheus once.
      if (panel.path("description").asText().contains("asked of " + PROMETHEUS)) {
        shown.add(panel.path("title").asText());
        for (String query : panel.path("targets").findValuesAsText("expr")) {
          assertThat(prometheus.ask(query, "")).as(query).isNotEmpty();
        }
      }
    }
    assertThat(shown)
        .containsExactly(
            API_CPU,
            "Replica",
            "Machine CPU",
            "Machine memory",
            "Machine IO",
            "Redis CPU",
            "Redis memory",
            "Redis is up");
  }
}
