package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

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
  static final String NAME = "prometheus";

  private static final Pattern LISTENING = Pattern.compile("Listening on\".* address=(\\S+:\\d+)");
  private static final int TENTHS = 600;

  private final Program program;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private Prometheus(Program program, URI address) {
    this.program = program;
    this.address = address;
  }

  /** A test that needs it is passed over where it is not installed. */
  static void assumeInstalled() {
    Program.assumeInstalled(NAME);
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
    return start(folder, List.of(new Job(job, "1s", targets)), options);
  }

  /**
   * What it scrapes.
   *
   * @param name the label job
   * @param interval from one scrape to the next
   * @param targets as hosts and ports
   */
  record Job(String name, String interval, List<String> targets) {}

  /**
   * Starts it.
   *
   * @param folder for its files
   */
  static Prometheus start(Path folder, List<Job> jobs, String... options) throws Exception {
    StringBuilder configuration = new StringBuilder("global: {scrape_timeout: 1s}\n");
    configuration.append("scrape_configs:\n");
    for (Job job : jobs) {
      configuration.append(
          """
            - job_name: %s
              scrape_interval: %s
              static_configs: [{targets: ["%s"]}]
          """
              .formatted(job.name(), job.interval(), String.join("\", \"", job.targets())));
    }
    Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
    List<String> words =
        new ArrayList<>(
            List.of(
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("prometheus-data"),
                "--web.listen-address=127.0.0.1:0"));
    words.addAll(List.of(options));
    Program program = Program.start(folder, NAME, words);
    program.await(() -> LISTENING.matcher(program.output()).find());
    Matcher listening = LISTENING.matcher(program.output());
    assertThat(listening.find()).isTrue();
    return new Prometheus(program, URI.create("http://" + listening.group(1)));
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

  /** Waits until a query has results. */
  void await(String condition) throws Exception {
    for (int i = 0; i < TENTHS; i++) {
      if (!ask(condition, "").isEmpty()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError(condition + " did not come true");
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    program.kill();
  }

  @Override
  public void close() {
    program.close();
  }
}
