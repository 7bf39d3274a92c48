package com.openshow.loadtest.runtime;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** {@code jmeter -n} as a process of its own. */
public final class JMeterProcess {
  /** As long as it takes to try three times to switch a fault off, and to judge. */
  private static final long STOP_SECONDS = 60;

  private JMeterProcess() {}

  /**
   * Runs a plan to its end, with JMeter's output on this process's streams. A stop of this process
   * stops JMeter too.
   *
   * @param plan the .jmx file
   * @param results the file that gets every sample, as CSV
   * @param log JMeter's own log
   * @param properties JMeter properties; they go through a file only this user can read, since
   *     there may be secrets among them and everybody can see a command line
   * @return JMeter's exit code
   */
  public static int run(Path plan, Path results, Path log, Map<String, String> properties)
      throws IOException, InterruptedException {
    Path propertyFile = write(properties);
    try {
      List<String> command = new ArrayList<>(launcher());
      command.addAll(
          List.of(
              "-n",
              "-t",
              plan.toAbsolutePath().toString(),
              "-l",
              results.toAbsolutePath().toString(),
              "-j",
              log.toAbsolutePath().toString(),
              "-q",
              propertyFile.toString()));
      Process process = new ProcessBuilder(command).inheritIO().start();
      Thread stop = new Thread(() -> stop(process), "stop-jmeter");
      Runtime.getRuntime().addShutdownHook(stop);
      int code = process.waitFor();
      forget(stop);
      return code;
    } finally {
      Files.deleteIfExists(propertyFile);
    }
  }

  private static void forget(Thread stop) {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      // Ctrl-C: this JVM ends already, and a trace would be the last that a person sees.
      return;
    }
  }

  /** JMeter judges what it has before it is gone; wait for that. */
  private static void stop(Process process) {
    process.destroy();
    try {
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path write(Map<String, String> properties) throws IOException {
    Path file =
        File.separatorChar == '/'
            ? Files.createTempFile(
                "loadtest-",
                ".properties",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
            : Files.createTempFile("loadtest-", ".properties");
    Properties content = new Properties();
    content.putAll(properties);
    try (Writer writer = new StringWriter()) {
      content.store(writer, null);
      Files.writeString(file, writer.toString());
    }
    return file;
  }

  private static List<String> launcher() {
    Optional<Path> installed = JMeterHome.installed();
    if (installed.isPresent() && File.separatorChar == '/') {
      // The home's own script knows which options its java needs.
      return List.of(installed.get().resolve("bin/jmeter").toString());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            Optional.ofNullable(System.getenv("JVM_ARGS"))
                .filter(given -> !given.isBlank())
                .orElse("-Xmx1g")
                .trim()
                .split("\\s+")));
    if (installed.isPresent()) {
      command.add("-jar");
      command.add(installed.get().resolve("bin/ApacheJMeter.jar").toString());
      return command;
    }
    Path home = JMeterHome.temporary();
    command.add("-Djmeter.home=" + home);
    command.add("-cp");
    // JMeter takes its home from the class path when that has a single entry.
    command.add(System.getProperty("java.class.path") + File.pathSeparator + home.resolve("lib"));
    command.add("org.apache.jmeter.NewDriver");
    return command;
  }
}
