package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real one, of Debian's package, at a free port of the loopback, which scrapes each second. */
final class Prometheus implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final Pattern LISTENING = Pattern.compile("Listening on\".* address=(\\S+:\\d+)");
  private static final int TENTHS = 600;

  private final Process process;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Prometheus(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** A test that needs it is passed over where it is not installed. */
  static void assumeInstalled() {
    assumeThat(PROGRAM).as("the package prometheus is not installed").exists();
  }

  /**
   * Starts it.
   *
   * @param folder for its files
   * @param target what it scrapes, as host and port
   */
  static Prometheus start(Path folder, String target, String... options) throws Exception {
    return start(folder, "loadtest", List.of(target), options);
  }

  /**
   * Starts it.
   *
   * @param folder for its files
   * @param targets what it scrapes, as hosts and ports
   */
  static Prometheus start(Path folder, String job, List<String> targets, String... options)
      throws Exception {
    Path configuration =
        Files.writeString(
            folder.resolve("prometheus.yml"),
            """
            global: {scrape_interval: 1s, scrape_timeout: 1s}
            scrape_configs:
              - job_name: %s
                static_configs: [{targets: ["%s"]}]
            """
                .formatted(job, String.join("\", \"", targets)));
    Path log = folder.resolve("prometheus.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM.toString(),
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                "--web.listen-address=127.0.0.1:0"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Matcher listening = LISTENING.matcher("");
    for (int i = 0; i < TENTHS && process.isAlive() && !listening.find(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      listening.reset(Files.readString(log));
    }
    assertThat(Files.readString(log)).containsPattern(LISTENING);
    return new Prometheus(process, URI.create("http://" + listening.group(1)));
  }

  /** Where it is. */
  String url() {
    return address.toString();
  }

  /**
   * The results of a query at a moment, in seconds since 1970; at the present where it is empty.
   */
  JsonNode ask(String query, String time) throws IOException, InterruptedException {
    return post("/api/v1/query", query, time.isEmpty() ? "" : "&time=" + time);
  }

  /** The results of a query over a time, start and end in seconds since 1970. */
  JsonNode askRange(String query, String start, String end, String step)
      throws IOException, InterruptedException {
    return post("/api/v1/query_range", query, "&start=" + start + "&end=" + end + "&step=" + step);
  }

  private JsonNode post(String path, String query, String more)
      throws IOException, InterruptedException {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more;
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    JsonNode answer = new ObjectMapper().readTree(body);
    assertThat(answer.path("status").asText()).as("%s: %s", query, body).isEqualTo("success");
    return answer.at("/data/result");
  }

  /** The one value of a query. */
  double value(String query, String time) throws IOException, InterruptedException {
    JsonNode results = ask(query, time);
    assertThat(results).as(query).hasSize(1);
    return Double.parseDouble(results.at("/0/value/1").asText());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
