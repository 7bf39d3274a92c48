package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A program of a Debian package, as a process that ends with the test. */
final class Program implements AutoCloseable {
  private static final Path FOLDER = Path.of("/usr/bin");
  private static final int TENTHS = 600;

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Tests that need these are passed over where one is not installed. */
  static void assumeInstalled(String... names) {
    for (String name : names) {
      assumeThat(FOLDER.resolve(name)).as("the Debian package of %s is installed", name).exists();
    }
  }

  /**
   * Starts one.
   *
   * @param folder that it runs in; its output is in NAME.log there
   */
  static Program start(Path folder, String name, List<String> options) throws IOException {
    Path log = folder.resolve(name + ".log");
    ProcessBuilder command = new ProcessBuilder(FOLDER.resolve(name).toString());
    command.command().addAll(options);
    command.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    return new Program(command.start(), log);
  }

  /** A port of the loopback that nobody has just now, for a program that cannot choose one. */
  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Waits until it takes connections. */
  void awaitPort(int port) throws Exception {
    await(() -> accepts(port));
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits for something, as long as it runs and no longer than a minute. */
  void await(Callable<Boolean> something) throws Exception {
    for (int i = 0; i < TENTHS && process.isAlive() && !something.call(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(something.call()).as(output()).isTrue();
  }

  /** What it has written so far. */
  String output() throws IOException {
    return Files.readString(log);
  }

  /** Ends it as a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
