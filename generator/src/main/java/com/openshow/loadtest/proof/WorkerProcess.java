package com.openshow.loadtest.proof;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A {@link ProofWorker} as a process. */
public final class WorkerProcess {
  /** What gives a process a host name and a process number of its own: always the same ones. */
  private static final List<String> CLONED =
      List.of(
          "unshare",
          "--uts",
          "--pid",
          "--fork",
          "--kill-child",
          "sh",
          "-c",
          "hostname cloned && exec \"$@\"",
          "sh");

  private final Process process;
  private final ProofTask task;
  private final Path output;

  private WorkerProcess(Process process, ProofTask task, Path output) {
    this.process = process;
    this.task = task;
    this.output = output;
  }

  /**
   * Starts one.
   *
   * @param isCloned whether its host name and process number are those of all others, as in copies
   *     of a container
   */
  public static WorkerProcess start(ProofTask task, boolean isCloned) throws IOException {
    Path folder = task.partitions().folder();
    Path file = folder.resolve(task.name() + ".task");
    task.write(file);
    List<String> command = new ArrayList<>(isCloned ? CLONED : List.of());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx128m", "-cp", System.getProperty("java.class.path"), ProofWorker.class.getName()));
    command.add(file.toString());
    Path output = folder.resolve(task.name() + ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new WorkerProcess(process, task, output);
  }

  /**
   * Waits for its end.
   *
   * @return whose values they are: host name and process number as the JVM itself saw them
   * @throws IOException when it failed, with what it said
   */
  public String await() throws IOException, InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("a JVM ended with " + code + ": " + Files.readString(output).strip());
    }
    Properties told = new Properties();
    Path file = task.partitions().folder().resolve(task.name() + ProofWorker.TOLD);
    try (Reader reader = Files.newBufferedReader(file)) {
      told.load(reader);
    }
    return "host "
        + told.getProperty("host")
        + ", pid "
        + told.getProperty("pid")
        + ", run "
        + told.getProperty("run");
  }

  /** Ends it, if it still runs. */
  public void stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
