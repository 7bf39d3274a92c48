package com.openshow.loadtest.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A jmeter-server at the loopback. */
final class Injector implements AutoCloseable {
  /** What server and controller have in common here. */
  static final List<String> LOOPBACK =
      List.of("-Djava.rmi.server.hostname=127.0.0.1", "-Jserver.rmi.ssl.disable=true");

  private final Process process;
  private final String host;

  private Injector(Process process, String host) {
    this.process = process;
    this.host = host;
  }

  /** Starts one, and waits until it listens. */
  static Injector start(Path folder, int number) throws Exception {
    Files.createDirectories(folder);
    Path output = folder.resolve("output.txt");
    int port = freePort();
    ProcessBuilder command =
        Home.command(
            folder,
            Home.PATH.resolve("bin/jmeter-server"),
            LOOPBACK.get(0),
            LOOPBACK.get(1),
            "-Jserver.rmi.localport=" + freePort(),
            "-Jinjector=" + number);
    command.environment().put("SERVER_PORT", Integer.toString(port));
    Process process = command.redirectOutput(output.toFile()).start();
    for (int i = 0; i < 300 && process.isAlive() && !isReady(output); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(output).content().contains("Created remote object");
    return new Injector(process, "127.0.0.1:" + port);
  }

  private static boolean isReady(Path output) throws IOException {
    return Files.readString(output).contains("Created remote object");
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** How a controller's {@code -R} calls it. */
  String host() {
    return host;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
