package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.report.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one run's files go: a folder that no other listener of this JVM writes to meanwhile, or,
 * where that cannot be written, one of those that this machine has for temporary files.
 */
final class ReportFolder implements AutoCloseable {
  private static final Set<Path> TAKEN = new HashSet<>();

  private final Path own;
  private @Nullable Path instead;

  /** Writes files. */
  @FunctionalInterface
  interface Output {
    /** Writes them into a folder that is there. */
    void into(Path folder) throws IOException;
  }

  private ReportFolder(Path own) {
    this.own = own;
  }

  /** Takes a folder; the second listener that wants the same gets {@code listener-2} in it. */
  static ReportFolder take(Path wanted) {
    synchronized (TAKEN) {
      Path folder = wanted.toAbsolutePath().normalize();
      Path free = folder;
      for (int number = 2; !TAKEN.add(free); number++) {
        free = folder.resolve("listener-" + number);
      }
      return new ReportFolder(free);
    }
  }

  /**
   * Writes files into the folder; or into a new one of those for temporary files, where all files
   * that follow go, too.
   *
   * @return into which
   * @throws IOException when neither can be; its message says why
   */
  synchronized Path write(Output output) throws IOException {
    if (instead == null) {
      try {
        Files.createDirectories(own);
        output.into(own);
        return own;
      } catch (IOException e) {
        return writeElsewhere(output, FileProblem.reason(e));
      }
    }
    output.into(instead);
    return instead;
  }

  private Path writeElsewhere(Output output, String refusal) throws IOException {
    try {
      Path folder = Files.createTempDirectory("loadtest-report-");
      output.into(folder);
      Warning.say("the report folder cannot be written (" + refusal + "); instead: " + folder);
      instead = folder;
      return folder;
    } catch (IOException e) {
      throw new IOException(refusal + "; and " + FileProblem.reason(e), e);
    }
  }

  /** Others may have it. */
  @Override
  public void close() {
    synchronized (TAKEN) {
      TAKEN.remove(own);
    }
  }
}
