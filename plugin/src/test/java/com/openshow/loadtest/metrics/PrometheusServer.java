package com.openshow.loadtest.metrics;

import com.openshow.loadtest.metrics.series.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A real Prometheus, of Debian's package, on a free port; for tests that hold ours against it. */
public final class PrometheusServer implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");
  private static final int BATCH = 2_000;

  private final Process process;
  private final URI base;
  private final HttpClient client = HttpClient.newHttpClient();

  private PrometheusServer(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /**
   * Starts one. The test is passed over where there is no such program.
   *
   * @param folder for its data
   * @param configuration as in prometheus.yml
   */
  public static PrometheusServer start(Path folder, String configuration) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM),
        PROGRAM + " is not installed: this comparison needs Debian's package prometheus");
    Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--storage.tsdb.retention.time=100y",
                "--web.listen-address=127.0.0.1:0",
                "--web.enable-remote-write-receiver")
            .redirectErrorStream(true)
            .start();
    return new PrometheusServer(process, address(process));
  }

  private static URI address(Process process) throws IOException {
    BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
    String address = "";
    // Either comes first.
    boolean ready = false;
    List<String> all = new ArrayList<>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      all.add(line);
      if (line.contains("Listening on")) {
        address = line.replaceFirst(".*address=", "").strip();
      }
      ready |= line.contains("Server is ready");
      if (ready && !address.isEmpty()) {
        Thread reader = new Thread(() -> drain(log), "prometheus-log");
        reader.setDaemon(true);
        reader.start();
        return URI.create("http://" + address);
      }
    }
    throw new IOException("prometheus ended at once:\n" + String.join("\n", all));
  }

  /** Else it would wait for a reader of its log. */
  private static void drain(BufferedReader log) {
    try {
      log.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // It was closed.
    }
  }

  /** Where it listens. */
  public URI address() {
    return base;
  }

  /** Gives it samples, also those that end a series; in the order of time. */
  public void write(List<Sample> samples) {
    for (int from = 0; from < samples.size(); from += BATCH) {
      List<Sample> batch = samples.subList(from, Math.min(samples.size(), from + BATCH));
      HttpRequest request =
          HttpRequest.newBuilder(base.resolve("/api/v1/write"))
              .header("Content-Encoding", "snappy")
              .header("Content-Type", "application/x-protobuf")
              .POST(HttpRequest.BodyPublishers.ofByteArray(RemoteWrite.body(batch)))
              .build();
      HttpResponse<String> answer = send(request);
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    }
  }

  /** Asks its API; the body of the answer, of whatever status. */
  public String ask(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(
                pair ->
                    pair.getKey()
                        + '='
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
