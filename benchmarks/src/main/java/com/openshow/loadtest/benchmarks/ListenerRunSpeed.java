package com.openshow.loadtest.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests per second of whole runs with and without the SLO listener, in turn: fifty virtual users
 * in a closed loop against the stand-in backend on loopback. Or, with the word {@code hostile}, of
 * runs whose source of backend metrics never ends its answers, and of ones whose source answers.
 * CPU time of JMeter a request stands beside it, since other work on the machine does not lengthen
 * it.
 */
public final class ListenerRunSpeed {
  private static final int USERS = 50;
  private static final String SCENARIO = "S_01_Discovery_Read_Heavy";
  private static final Pattern SUMMARY = Pattern.compile("summary = +(\\d+) in");

  private final Path root = Path.of("").toAbsolutePath();
  private final Path folder;
  private final Process staging;
  private final Path port;

  /** What came of a run: how many requests a second, and CPU microseconds each. */
  private record Speed(double perSecond, double cpuMicros) {}

  private ListenerRunSpeed() throws IOException {
    folder = Files.createTempDirectory("listener-run-");
    port = folder.resolve("port");
    staging =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                root.resolve("staging/target/staging.jar").toString(),
                "--port",
                "0",
                "--port-file",
                port.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("staging.log").toFile())
            .start();
  }

  /**
   * How many pairs of runs, and how many seconds each; 5 and 15 unless given. Then {@code hostile}
   * for the sources.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int pairs = args.length < 1 ? 5 : Integer.parseInt(args[0]);
    int seconds = args.length < 2 ? 15 : Integer.parseInt(args[1]);
    ListenerRunSpeed speed = new ListenerRunSpeed();
    HttpServer endless = endless();
    try {
      while (speed.staging.isAlive() && Files.notExists(speed.port)) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      String plan = Files.readString(speed.root.resolve("plans/" + SCENARIO + ".jmx"));
      // A closed loop: as fast as the answers come.
      String closed = without(plan, "ScheduleTimer");
      Path with = Files.writeString(speed.folder.resolve("with.jmx"), closed);
      String metrics = "http://127.0.0.1:" + Files.readString(speed.port) + "/metrics";
      Variant listening = new Variant(with, metrics);
      if (args.length > 2 && args[2].equals("hostile")) {
        String url = "http://127.0.0.1:" + endless.getAddress().getPort() + "/";
        speed.compare(new Variant(with, url), listening, pairs, seconds);
      } else {
        Path without =
            Files.writeString(speed.folder.resolve("without.jmx"), without(closed, "SloListener"));
        speed.compare(listening, new Variant(without, metrics), pairs, seconds);
      }
    } finally {
      speed.staging.destroy();
      endless.stop(0);
    }
  }

  /** A server that answers a byte now and then, and never ends. */
  private static HttpServer endless() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        task -> {
          Thread thread = new Thread(task);
          thread.setDaemon(true);
          thread.start();
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write('#');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
          }
        });
    server.start();
    return server;
  }

  /** A plan, and where its source of backend metrics is. */
  private record Variant(Path plan, String source) {}

  private void compare(Variant with, Variant plain, int pairs, int seconds)
      throws IOException, InterruptedException {
    // Not counted: the backend is slow while it is new.
    run(plain, seconds);
    double[] rates = new double[pairs];
    double[] cpus = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      // Whoever comes second may find a warmer machine: so each comes first in turn.
      boolean withIsFirst = i % 2 == 0;
      Speed first = run(withIsFirst ? with : plain, seconds);
      Speed second = run(withIsFirst ? plain : with, seconds);
      Speed listening = withIsFirst ? first : second;
      Speed deaf = withIsFirst ? second : first;
      rates[i] = listening.perSecond / deaf.perSecond;
      cpus[i] = listening.cpuMicros / deaf.cpuMicros;
      System.out.printf(
          Locale.ROOT,
          "with %.0f/s, %.1f us CPU each; without %.0f/s, %.1f us; ratios %.3f and %.3f"
              + " (load average %.1f)%n",
          listening.perSecond,
          listening.cpuMicros,
          deaf.perSecond,
          deaf.cpuMicros,
          rates[i],
          cpus[i],
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
    System.out.printf(
        Locale.ROOT,
        "median ratios of %d pairs of %d s: requests/s %.3f, CPU a request %.3f%n",
        pairs,
        seconds,
        median(rates),
        median(cpus));
  }

  private static String without(String plan, String element) {
    String name = "com.openshow.loadtest.jmeter." + element;
    String smaller = plan.replaceAll("(?s)<" + name + " .*?</" + name + ">\\s*<hashTree/>", "");
    if (smaller.equals(plan)) {
      throw new IllegalStateException("the plan has no " + element);
    }
    return smaller;
  }

  private Speed run(Variant variant, int seconds) throws IOException, InterruptedException {
    Path output = folder.resolve("jmeter.txt");
    Process jmeter =
        new ProcessBuilder(
                root.resolve("distribution/target/openshow-loadtest/bin/jmeter").toString(),
                "-n",
                "-t",
                variant.plan.toString(),
                "-j",
                folder.resolve("jmeter.log").toString(),
                "-Jtarget.url=http://127.0.0.1:" + Files.readString(port),
                "-Jbackend.api.url=" + variant.source,
                "-Jvus." + SCENARIO + "=" + USERS,
                "-Jduration=" + seconds,
                "-Jramp_up=0",
                "-Jsummariser.name=summary",
                "-Jreport.dir=" + folder.resolve("report"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Duration cpu = Duration.ZERO;
    // The system forgets the CPU time of a process with its end.
    while (!jmeter.waitFor(50, TimeUnit.MILLISECONDS)) {
      cpu = jmeter.info().totalCpuDuration().orElse(cpu);
    }
    Matcher summary = SUMMARY.matcher(Files.readString(output));
    long requests = 0;
    while (summary.find()) {
      requests = Long.parseLong(summary.group(1));
    }
    if (requests == 0) {
      throw new IOException("no request was made; see " + output);
    }
    return new Speed(requests / (double) seconds, cpu.toNanos() / 1000.0 / requests);
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
