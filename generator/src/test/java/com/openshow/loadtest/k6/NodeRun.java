package com.openshow.loadtest.k6;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.ScenarioFixture;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Runs a generated script under node, with stand-ins for the modules of k6. */
final class NodeRun {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * A run of the script of a scenario file.
   *
   * @param folder an empty one
   */
  NodeRun(Path folder, String scenarios) throws Exception {
    assumeTrue(isThere(), "node is not on PATH: the script was not run");
    this.folder = folder;
    copy("stand-ins", folder.resolve("node_modules/k6"));
    copy("../feeds", folder.resolve("feeds"));
    Files.copy(resource("drive.js"), folder.resolve("drive.mjs"));
    Files.writeString(folder.resolve("loadtest.mjs"), script(scenarios).text());
  }

  static K6Script script(String scenarios) throws Exception {
    return K6Script.of(
        ScenarioReader.read("scenarios.json", scenarios.getBytes(UTF_8), ScenarioFixture::bytes)
            .loadTest(),
        "scenarios.json",
        "hash");
  }

  NodeRun with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** A part of a run, for {@link #of}. */
  static String part(String scenario, int vus, int iterations) {
    return part(scenario, vus, iterations, 0);
  }

  static String part(String scenario, int vus, int iterations, int elapsedMillis) {
    return """
        {"scenario": "%s", "vus": %d, "iterations": %d, "elapsedMillis": %d}"""
        .formatted(scenario, vus, iterations, elapsedMillis);
  }

  /** What happened; {@code drive.js} says what stands in it. */
  JsonNode of(String... parts) throws Exception {
    Path out = folder.resolve("out.json");
    int code = run(out, parts);
    if (code != 0) {
      throw new AssertionError("node ended with " + code + ": " + errors());
    }
    return MAPPER.readTree(out.toFile());
  }

  /** What it said when it would not run. */
  String refusal(String... parts) throws Exception {
    int code = run(folder.resolve("out.json"), parts);
    if (code == 0) {
      throw new AssertionError("it ran");
    }
    return errors();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("err.txt"));
  }

  private int run(Path out, String... parts) throws IOException, InterruptedException {
    String runs = "[" + String.join(",", parts) + "]";
    ProcessBuilder node = new ProcessBuilder(List.of("node", "drive.mjs", "loadtest.mjs", runs));
    node.directory(folder.toFile());
    node.environment()
        .keySet()
        .removeIf(name -> name.matches("(LOADTEST_|OPENSHOW_).*|RUN_ID|DURATION"));
    node.environment().putAll(environment);
    node.redirectOutput(out.toFile()).redirectError(folder.resolve("err.txt").toFile());
    return node.start().waitFor();
  }

  private static boolean isThere() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(NodeRun.class.getResource("/k6/" + name)).toURI());
  }

  private static void copy(String name, Path target) throws Exception {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(resource(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(String.valueOf(file.getFileName())));
      }
    }
  }
}
