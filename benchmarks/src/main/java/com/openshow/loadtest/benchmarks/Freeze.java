package com.openshow.loadtest.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Stops the stand-in backend for two seconds while 200 requests per second are due, and compares
 * the latencies from the due times with those that a model computes, request by request.
 *
 * <p>The model: a request that is due while the backend stands still is answered when it goes on,
 * in the order in which they were due, at the rate at which the backend and JMeter then worked off
 * what had been due during the stop; all others take as long as the median. When the stop began and
 * ended, and that rate, are measured. What is due in the first ten seconds, while JMeter warms up,
 * is left out.
 */
public final class Freeze {
  private static final int RATE = 200;
  private static final int WARM_UP_SECONDS = 10;
  private static final long STOP_MILLIS = 2_000;
  private static final String SCENARIO = "S_01_Discovery_Read_Heavy";

  private final Path root = Path.of("").toAbsolutePath();
  private final Path folder;
  private final Process staging;
  private final String target;

  private Freeze() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("freeze-");
    Path port = folder.resolve("port");
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
    while (staging.isAlive() && Files.notExists(port)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    target = "http://127.0.0.1:" + Files.readString(port);
  }

  /** Durations of the runs in seconds; 60 and 20 unless given. From the root of the project. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int[] seconds =
        args.length == 0
            ? new int[] {60, 20}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    Freeze freeze = new Freeze();
    try {
      freeze.compare(seconds);
    } finally {
      freeze.staging.destroy();
    }
  }

  private void compare(int[] durations) throws IOException, InterruptedException {
    plain(durations[0]);
    for (int seconds : durations) {
      Process jmeter = jmeter("freeze-" + seconds, WARM_UP_SECONDS + seconds, RATE);
      Path results = folder.resolve("freeze-" + seconds + ".jtl");
      while (jmeter.isAlive() && (Files.notExists(results) || Files.size(results) < 100_000)) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS + seconds / 4);
      final long stopped = signal("STOP");
      TimeUnit.MILLISECONDS.sleep(STOP_MILLIS);
      final long went = signal("CONT");
      List<Sample> samples = samples(jmeter, "freeze-" + seconds);
      print("%n%d s with a stop of %d ms:%n", seconds, went - stopped);
      judge(samples, seconds, stopped, went);
    }
  }

  private void plain(int seconds) throws IOException, InterruptedException {
    List<Sample> samples = samples(jmeter("plain", seconds, RATE), "plain");
    int planned = seconds * RATE;
    print(
        "%d s at %d/s: planned %d, achieved %d (%.3f %%), worst lag %d ms%n",
        seconds,
        RATE,
        planned,
        samples.size(),
        100.0 * samples.size() / planned,
        samples.stream().mapToLong(Sample::lag).max().orElse(0));
  }

  private static void judge(List<Sample> samples, int seconds, long stopped, long went) {
    long first =
        samples.stream().mapToLong(Sample::due).min().orElseThrow() + WARM_UP_SECONDS * 1000L;
    List<Sample> judged = samples.stream().filter(sample -> sample.due() >= first).toList();
    long[] elapsed = judged.stream().mapToLong(Sample::elapsed).sorted().toArray();
    long[] real = judged.stream().mapToLong(Sample::latency).sorted().toArray();
    long usual = percentile(elapsed, 50);
    List<Sample> backlog =
        judged.stream().filter(one -> one.due() >= stopped && one.due() < went).toList();
    long workedOff =
        backlog.stream().mapToLong(one -> one.due() + one.latency()).max().orElseThrow();
    double perMilli = (double) backlog.size() / Math.max(1, workedOff - went);
    print("%d were due during it, and worked off in %d ms%n", backlog.size(), workedOff - went);
    double answered = went;
    List<Long> modelled = new ArrayList<>();
    for (int i = 0; i < seconds * RATE; i++) {
      double due = first + 1000.0 * i / RATE;
      if (due < stopped || due >= answered) {
        modelled.add(usual);
      } else {
        answered = Math.max((double) went, answered) + 1 / perMilli;
        modelled.add(Math.max(usual, Math.round(answered - due)));
      }
    }
    long[] model = modelled.stream().mapToLong(Long::longValue).sorted().toArray();
    print("planned %d, achieved %d%n", seconds * RATE, judged.size());
    print("        model  from due time   error   plain elapsed%n");
    for (double p : new double[] {95, 99, 100}) {
      long expected = percentile(model, p);
      long found = percentile(real, p);
      print(
          "%-6s %6d  %13d  %5.1f %%  %13d%n",
          p == 100 ? "max" : String.format(Locale.ROOT, "p%.0f", p),
          expected,
          found,
          100.0 * (found - expected) / expected,
          percentile(elapsed, p));
    }
  }

  private static long percentile(long[] sorted, double percent) {
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }

  /** Sends a signal to the backend; the moment by the wall clock. */
  private long signal(String name) throws IOException, InterruptedException {
    long before = System.currentTimeMillis();
    new ProcessBuilder("kill", "-" + name, Long.toString(staging.pid())).start().waitFor();
    return (before + System.currentTimeMillis()) / 2;
  }

  private Process jmeter(String name, int seconds, int rate) throws IOException {
    return new ProcessBuilder(
            root.resolve("distribution/target/openshow-loadtest/bin/jmeter").toString(),
            "-n",
            "-t",
            root.resolve("plans/" + SCENARIO + ".jmx").toString(),
            "-l",
            folder.resolve(name + ".jtl").toString(),
            "-j",
            folder.resolve(name + ".log").toString(),
            "-Jtarget.url=" + target,
            "-Jduration=" + seconds,
            "-Jramp_up=0",
            "-Jjmeter.save.saveservice.autoflush=true",
            "-Jthink_time=0",
            "-Jtarget_rps." + SCENARIO + "=" + rate,
            "-Jreport.dir=" + folder.resolve(name))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".txt").toFile())
        .start();
  }

  private List<Sample> samples(Process jmeter, String name)
      throws IOException, InterruptedException {
    jmeter.waitFor();
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name + ".jtl"))) {
      String[] columns = line.split(",", -1);
      if (columns[0].matches("\\d+")) {
        samples.add(
            new Sample(
                Long.parseLong(columns[0]),
                Long.parseLong(columns[1]),
                Long.parseLong(columns[columns.length - 2])));
      }
    }
    return samples;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  private record Sample(long start, long elapsed, long lag) {
    long due() {
      return start - lag;
    }

    long latency() {
      return elapsed + lag;
    }
  }
}
