package com.openshow.loadtest.fault;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A program of the injector's machine, run without a shell in the environment and the folder of
 * this process. Everybody on the machine can see its arguments.
 *
 * @param words the program and its arguments
 * @param timeout after so long it is killed, with all that it has started
 */
public record CommandAction(List<String> words, Duration timeout) implements Action {
  private static final long OUTPUT_MILLIS = 500;

  public CommandAction {
    words = List.copyOf(words);
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new IllegalArgumentException("a command must begin with the name of a program");
    }
    if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("a command must not have characters of value 0");
    }
    Action.requireTimeout(timeout);
  }

  @Override
  public String describe() {
    return words.stream()
        .map(word -> word.isEmpty() || word.matches(".*[\\s\"'].*") ? "'" + word + "'" : word)
        .collect(Collectors.joining(" "))
        .replaceAll("\\p{Cntrl}", " ");
  }

  @Override
  public String perform() throws FailedActionException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(words).redirectErrorStream(true).start();
      // It waits for nobody's answer.
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new FailedActionException(describe() + " cannot be run: " + e.getMessage());
    }
    Clip output = new Clip();
    Thread reader = new Thread(() -> read(process.getInputStream(), output), "fault-output");
    reader.setDaemon(true);
    reader.start();
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new FailedActionException(
            describe()
                + " did not end within "
                + timeout.toMillis()
                + " ms, and was killed"
                + output.behindColon());
      }
      // Something that it left running may hold the other end for ever.
      reader.join(OUTPUT_MILLIS);
    } finally {
      kill(process);
    }
    if (process.exitValue() != 0) {
      throw new FailedActionException(
          describe() + " ended with exit code " + process.exitValue() + output.behindColon());
    }
    return describe() + " ended with exit code 0" + output.behindColon();
  }

  /** What a program that has ended left running is meant to run. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void read(InputStream from, Clip into) {
    byte[] buffer = new byte[4_096];
    try {
      for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
        into.add(buffer, count);
      }
    } catch (IOException e) {
      // It was killed: what came until then is all there is.
      return;
    }
  }
}
