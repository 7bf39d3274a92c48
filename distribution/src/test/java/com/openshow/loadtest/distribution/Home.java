package com.openshow.loadtest.distribution;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The home under test, and how to start what is in it. */
final class Home {
  static final Path PATH = Path.of(property("loadtest.home"));
  static final Path JMETER = PATH.resolve("bin/jmeter");
  private static final long SECONDS = 60;

  private Home() {}

  /** What the build says of itself. */
  static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), () -> "the build sets " + name);
  }

  static Path archive(String extension) {
    return Path.of(property("loadtest.archive") + extension);
  }

  /** The jars of a folder, not of the folders in it. */
  static List<Path> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(PATH.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  static List<String> jarNames(String folder) throws IOException {
    return jars(folder).stream().map(jar -> jar.getFileName().toString()).toList();
  }

  /**
   * A command that runs in the given folder with the Java of this test and nothing of its options.
   */
  static ProcessBuilder command(Path folder, Object... words) {
    ProcessBuilder command = new ProcessBuilder(Arrays.stream(words).map(String::valueOf).toList());
    command.directory(folder.toFile()).redirectErrorStream(true);
    command.environment().keySet().removeAll(List.of("JVM_ARGS", "GC_ALGO", "LOADTEST_OPTS"));
    command.environment().put("JAVA_HOME", property("java.home"));
    command.environment().put("HEAP", "-Xmx256m");
    return command;
  }

  static Outcome run(ProcessBuilder command) throws IOException, InterruptedException {
    File output = File.createTempFile("output", ".txt", command.directory());
    Process process = command.redirectOutput(output).start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + command.command());
      }
      return new Outcome(process.exitValue(), Files.readString(output.toPath()));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Copies a plan of the test resources. */
  static Path plan(String name, Path target) throws IOException {
    try (InputStream plan = Home.class.getResourceAsStream("/" + name)) {
      Files.copy(Objects.requireNonNull(plan, name), target);
    }
    return target;
  }

  /** A plan that runs a Groovy script once, and the options which say so. */
  static List<Object> script(Path folder, String groovy) throws IOException {
    Path plan = plan("script.jmx", folder.resolve("script.jmx"));
    Path script =
        Files.writeString(folder.resolve("script.groovy"), groovy, StandardCharsets.UTF_8);
    return List.of("-n", "-t", plan, "-Jscript=" + script);
  }

  /** How a command ended. */
  record Outcome(int exitCode, String output) {}
}
