package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.distribution.Home.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that a real Prometheus scrapes: what it knows afterwards is what verdict.json says. */
final class WatchedIT {
  private static final Pattern ADDRESS = Pattern.compile("Metrics: http://(\\S+)/metrics");
  private static final int TENTHS = 600;
  private static final String SECRET = "s3cret-of-this-test";

  // No machine misses the targets: a timing must not fail a test.
  private static final String SCENARIOS =
      """
      {
        "project_name": "watched", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:1",
        "global_vus": 5, "global_duration": "10s",
        "scenarios": [
          {"name": "Reads", "type": "Load/Soak", "target_vus": 5, "target_rps": 40,
           "endpoints": [
             {"path": "/api/v1/creators", "method": "GET", "weight": 60, "slo_p95_ms": 30000,
              "slo_p50_ms": 20000},
             {"path": "/api/v1/search/suggestions", "method": "GET", "weight": 40,
              "slo_p95_ms": 30000, "slo_avg_ms": 20000}]}
        ]
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"native", "classic"})
  void prometheusKnowsWhatTheVerdictSays(String histograms) throws Exception {
    Prometheus.assumeInstalled();
    Path scenarios = Files.writeString(folder.resolve("scenarios.json"), SCENARIOS);
    Path output = folder.resolve("output.txt");
    boolean isNative = histograms.equals("native");
    try (Staging staging = Staging.start(folder)) {
      Process run =
          Home.command(
                  folder,
                  Home.PATH.resolve("bin/loadtest"),
                  "run",
                  scenarios,
                  "--target",
                  staging.target(),
                  "--report",
                  "report",
                  "-Jauth.token=" + SECRET,
                  "-Jslo.metrics_port=0",
                  "-Jslo.metrics_last_scrape=60")
              .redirectOutput(output.toFile())
              .start();
      try {
        String address = address(run, output);
        try (Prometheus prometheus =
            isNative
                ? Prometheus.start(folder, address, "--enable-feature=native-histograms")
                : Prometheus.start(folder, address)) {
          assertThat(page(address)).contains("loadtest_run_info{").doesNotContain(SECRET);
          assertThat(run.waitFor(TENTHS / 10, TimeUnit.SECONDS)).as(text(output)).isTrue();
          assertThat(run.exitValue()).as(text(output)).isZero();
          assertThat(text(output)).doesNotContain("threads are still running", "\tat ");
          assertAgree(prometheus, isNative);
          assertDashboardHasData(prometheus, scenarios);
        }
      } finally {
        run.destroyForcibly();
      }
    }
  }

  private void assertAgree(Prometheus prometheus, boolean isNative) throws Exception {
    String end = lastScrape(prometheus);
    assertThat(prometheus.value("loadtest_verdict", end)).isZero();
    assertThat(prometheus.ask("{job=\"loadtest\"}", end).toString())
        .contains("loadtest_active_threads")
        .doesNotContain(SECRET);
    JsonNode verdict = new ObjectMapper().readTree(folder.resolve("report/verdict.json").toFile());
    for (JsonNode objective : verdict.path("objectives")) {
      String label = objective.path("label").asText();
      String observed =
          "loadtest_objective_observed{label=\"%s\",objective=~\"%s .*\"}"
              .formatted(label.isEmpty() ? "(all)" : label, objective.path("kind").asText());
      assertThat(prometheus.value(observed, end)).isEqualTo(objective.path("observed").asDouble());
      String requests = label.isEmpty() ? "" : "label=\"" + label + "\"";
      assertThat(prometheus.value("sum(loadtest_requests_total{" + requests + "})", end))
          .isEqualTo(objective.path("samples").asDouble());
      if (objective.path("kind").asText().equals("p95")) {
        assertPercentile(
            prometheus, isNative, requests, objective.path("observed").asDouble() / 1000, end);
      }
    }
  }

  private static void assertPercentile(
      Prometheus prometheus, boolean isNative, String requests, double seconds, String end)
      throws Exception {
    String histogram = "loadtest_request_duration_seconds";
    if (isNative) {
      String query = "histogram_quantile(0.95, sum(" + histogram + "{" + requests + "}))";
      // The width of a bucket.
      assertThat(prometheus.value(query, end)).isCloseTo(seconds, within(0.0055 * seconds + 1e-9));
      return;
    }
    String buckets = "sum by (le) (" + histogram + "_bucket{" + requests + "})";
    TreeSet<Double> bounds = new TreeSet<>();
    for (JsonNode bucket : prometheus.ask(buckets, end)) {
      bounds.add(Double.parseDouble(bucket.at("/metric/le").asText().replace("+Inf", "Infinity")));
    }
    assertThat(bounds).contains(30.0, 20.0, Double.POSITIVE_INFINITY);
    double p95 = prometheus.value("histogram_quantile(0.95, " + buckets + ")", end);
    Double below = bounds.lower(seconds);
    assertThat(p95).isBetween(below == null ? 0 : below, bounds.ceiling(seconds));
  }

  /** Every query of the generated dashboard finds something, as Grafana would ask it. */
  private void assertDashboardHasData(Prometheus prometheus, Path scenarios) throws Exception {
    Outcome generated =
        Home.run(
            Home.command(
                folder,
                Home.PATH.resolve("bin/loadtest"),
                "generate",
                scenarios,
                "--format",
                "grafana",
                "--output",
                "dashboards"));
    assertThat(generated.exitCode()).as(generated.output()).isZero();
    JsonNode dashboard =
        new ObjectMapper().readTree(folder.resolve("dashboards/loadtest.json").toFile());
    String end = lastScrape(prometheus);
    for (String query : dashboard.findValuesAsText("expr")) {
      String asked =
          query
              .replace("$__rate_interval", "10s")
              .replace("$__range", "5m")
              .replace("$instance", ".*");
      assertThat(prometheus.ask(asked, end)).as(asked).isNotEmpty();
    }
  }

  /** When the metrics were scraped that say the run is over, in seconds since 1970. */
  private static String lastScrape(Prometheus prometheus) throws Exception {
    JsonNode values = prometheus.ask("loadtest_run_over[10m]", "").at("/0/values");
    JsonNode last = values.path(values.size() - 1);
    assertThat(last.path(1).asText()).as("%s", values).isEqualTo("1");
    return last.path(0).asText();
  }

  @Test
  void aPortThatIsTakenIsSaidAndTheTestIsJudged() throws Exception {
    Path scenarios = Files.writeString(folder.resolve("scenarios.json"), SCENARIOS);
    try (Staging staging = Staging.start(folder)) {
      Outcome outcome =
          Home.run(
              Home.command(
                  folder,
                  Home.PATH.resolve("bin/loadtest"),
                  "run",
                  scenarios,
                  "--target",
                  staging.target(),
                  "--duration",
                  "3s",
                  "--report",
                  "report",
                  // The backend's own.
                  "-Jslo.metrics_port=" + URI.create(staging.target()).getPort()));
      assertThat(outcome.exitCode()).as(outcome.output()).isZero();
      assertThat(outcome.output())
          .contains("warning: the metrics of this run cannot be scraped", "Verdict: PASS")
          .doesNotContain("\tat ");
    }
  }

  private static String address(Process run, Path output) throws Exception {
    Matcher address = ADDRESS.matcher("");
    for (int i = 0; i < TENTHS && run.isAlive() && !address.find(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      address.reset(text(output));
    }
    assertThat(text(output)).containsPattern(ADDRESS);
    return address.group(1);
  }

  private static String page(String address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://" + address + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }
}
