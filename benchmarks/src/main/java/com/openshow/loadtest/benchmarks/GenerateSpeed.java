package com.openshow.loadtest.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Times {@code loadtest.jar generate} as people wait for it: whole processes, each into a folder of
 * its own, for the project's scenario file and for two of 10,000 endpoints.
 */
public final class GenerateSpeed {
  private static final long SEED = 42;
  private static final int ENDPOINTS = 10_000;

  private final Path root = Path.of("").toAbsolutePath();
  private final Path folder;
  private final int runs;

  private GenerateSpeed(int runs) throws IOException {
    this.runs = runs;
    folder = Files.createTempDirectory("generate-");
  }

  /** The number of runs; 5 unless given. From the root of the project. */
  public static void main(String[] args) throws IOException, InterruptedException {
    GenerateSpeed speed = new GenerateSpeed(args.length == 0 ? 5 : Integer.parseInt(args[0]));
    speed.time("the project's file", speed.root.resolve("config/loadtests/scenarios.json"));
    speed.time("1 x 10,000 endpoints", speed.scenarios(1));
    speed.time("50 x 200 endpoints", speed.scenarios(50));
  }

  private Path scenarios(int count) throws IOException {
    Random random = new Random(SEED);
    String scenarios =
        IntStream.range(0, count)
            .mapToObj(i -> scenario(i, ENDPOINTS / count, random))
            .collect(Collectors.joining(",\n"));
    return Files.writeString(
        folder.resolve(count + ".json"),
        """
        {"project_name": "large", "test_tool": "JMeter", "staging_url": "http://127.0.0.1:18080",
         "global_vus": %d, "global_duration": "10m", "scenarios": [
        %s
        ]}
        """
            .formatted(count, scenarios));
  }

  private static String scenario(int number, int endpoints, Random random) {
    return """
    {"name": "S_%d", "type": "Load/Soak", "target_vus": 1, "endpoints": [
    %s
    ]}"""
        .formatted(
            number,
            IntStream.range(0, endpoints)
                .mapToObj(
                    i ->
                        """
                        {"path": "/api/v1/things/%d", "method": "%s", "weight": %d, "slo_p95_ms": %d}"""
                            .formatted(
                                i,
                                random.nextInt(4) == 0 ? "POST" : "GET",
                                1 + random.nextInt(100),
                                50 + random.nextInt(950)))
                .collect(Collectors.joining(",\n")));
  }

  private void time(String what, Path file) throws IOException, InterruptedException {
    long[] wall = new long[runs];
    long[] cpu = new long[runs];
    for (int i = 0; i < runs; i++) {
      long begin = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-jar",
                  root.resolve("generator/target/loadtest.jar").toString(),
                  "generate",
                  file.toString(),
                  "--output",
                  Files.createTempDirectory(folder, "plans-").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("generate.log").toFile())
              .start();
      cpu[i] = cpuMillis(process);
      wall[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("generate.log")));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-20s median %5d ms, CPU %5d ms (of %d runs; load average %.2f)%n",
        what,
        median(wall),
        median(cpu),
        runs,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Waits for the end of a process; its CPU time a moment before that. */
  private static long cpuMillis(Process process) throws InterruptedException {
    long millis = 0;
    do {
      millis =
          Math.max(millis, process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L));
    } while (!process.waitFor(10, TimeUnit.MILLISECONDS));
    return millis;
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
