package com.openshow.loadtest.benchmarks.results;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a process took.
 *
 * @param wall from its start to its end
 * @param cpu of all its threads; other programs that keep the machine busy do not lengthen it
 */
record Timed(Duration wall, Duration cpu) {
  /** Runs a command to its end; its output goes to a file. */
  static Timed run(Path output, Set<Integer> expected, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    Duration cpu = Duration.ZERO;
    // The system forgets the CPU time of a process with its end.
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    if (!expected.contains(process.exitValue())) {
      throw new IOException(command + " ended with " + process.exitValue() + "; see " + output);
    }
    return new Timed(wall, cpu);
  }

  double cpuSeconds() {
    return cpu.toMillis() / 1000.0;
  }

  double wallSeconds() {
    return wall.toMillis() / 1000.0;
  }
}
