package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The stand-in backend, started for a test. */
final class Staging implements AutoCloseable {
  private final Process process;
  private final String url;

  private Staging(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it on a free port; its log and its port are written into the folder. */
  static Staging start(Path folder) throws Exception {
    Path port = folder.resolve("port");
    Path log = folder.resolve("staging.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(Home.property("loadtest.root"), "staging/target/staging.jar").toString(),
                "--port",
                "0",
                "--port-file",
                port.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int i = 0; i < 300 && process.isAlive() && Files.notExists(port); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(port).as(Files.readString(log)).exists();
    return new Staging(process, "http://127.0.0.1:" + Files.readString(port));
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
