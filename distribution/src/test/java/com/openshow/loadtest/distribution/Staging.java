package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The stand-in backend as a process of its own, with an access log. */
final class Staging implements AutoCloseable {
  static final Path ROOT = Path.of(Home.property("loadtest.root"));

  private final Process process;
  private final String target;
  private final Path accessLog;

  private Staging(Process process, String target, Path accessLog) {
    this.process = process;
    this.target = target;
    this.accessLog = accessLog;
  }

  /** Starts one at a free port of the loopback; its files are in the folder. */
  static Staging start(Path folder, String... options) throws Exception {
    Path port = folder.resolve("port");
    Path log = folder.resolve("staging.log");
    Path accessLog = folder.resolve("access.tsv");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(Home.property("java.home"), "bin", "java").toString(),
                "-jar",
                ROOT.resolve("staging/target/staging.jar").toString(),
                "--port",
                "0",
                "--port-file",
                port.toString(),
                "--access-log",
                accessLog.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    for (int i = 0; i < 300 && process.isAlive() && Files.notExists(port); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(port).as(Files.readString(log)).exists();
    return new Staging(process, "http://127.0.0.1:" + Files.readString(port), accessLog);
  }

  /** Its URL. */
  String target() {
    return target;
  }

  /**
   * Switches faults.
   *
   * @param path below {@code /faults}
   * @param body parameters as JSON; empty for none
   */
  void fault(String method, String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(target + "/faults" + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  /** What it was asked so far, in the order of its answers. */
  List<Asked> asked() throws IOException {
    List<Asked> lines = new ArrayList<>();
    for (String line : Files.readAllLines(accessLog)) {
      lines.add(Asked.parse(line));
    }
    return lines;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
