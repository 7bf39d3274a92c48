package com.openshow.loadtest.staging;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.apache.commons.cli.ParseException;

/** Starts the stand-in from a command line. */
public final class Main {
  private static final int WRONG_COMMAND_LINE = 64;
  private static final int START_FAILED = 70;

  private Main() {}

  /** Called by Java. */
  public static void main(String[] args) {
    int code = run(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Starts a server that runs until the JVM is told to stop; 0 when it started. */
  static int run(String[] args) {
    StartOptions options;
    try {
      options = StartOptions.parse(args);
    } catch (ParseException e) {
      System.err.println("error: " + e.getMessage());
      return WRONG_COMMAND_LINE;
    }
    if (options.help()) {
      System.out.print(StartOptions.usage());
      return 0;
    }
    try {
      StagingServer server = start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      return 0;
    } catch (IOException | RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println(
          "error: staging could not start: "
              + e.getMessage()
              + (cause == e ? " (" + e.getClass().getSimpleName() + ")" : ": " + cause));
      return START_FAILED;
    }
  }

  /** Starts a warm server and tells where it listens. */
  static StagingServer start(StartOptions options) throws IOException {
    Settings settings = options.settings();
    if (options.portFile().isPresent()) {
      // One that an earlier server left would tell a port where nobody listens.
      Files.deleteIfExists(options.portFile().get());
    }
    requireFree(settings);
    WarmUp.run();
    StagingServer server = StagingServer.start(settings, Clock.systemUTC());
    if (options.portFile().isPresent()) {
      tellPort(options.portFile().get(), server.port());
    }
    System.out.println("staging: listening on http://" + settings.host() + ":" + server.port());
    return server;
  }

  /** Finds out before the warm-up, and in words, that nobody can listen there. */
  private static void requireFree(Settings settings) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(settings.host(), settings.port()));
    } catch (IOException e) {
      throw new IOException("cannot listen on " + settings.host() + ":" + settings.port(), e);
    }
  }

  private static void tellPort(Path file, int port) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(partial, Integer.toString(port));
    // Whoever waits for the file never sees half a number.
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
