package com.openshow.loadtest.fault;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Which faults are on, each as a small file: after {@code kill -9} nobody can switch them off any
 * more, but a later run can tell that one may still be on. There is no secret in it. What goes
 * wrong here is told, and holds nothing up.
 */
public final class FaultJournal {
  private static final String ENDING = ".properties";
  private static final String FAULT = "fault";
  private static final String STOP = "stop";
  private static final String RUN = "run";
  private static final String SINCE = "since";
  private static final String PID = "pid";
  private static final String PROCESS_STARTED = "process_started";

  private final Path folder;
  private final String run;
  private final ProcessHandle process;
  private final Consumer<String> trouble;

  /**
   * A journal.
   *
   * @param folder of all runs on this machine; need not exist
   * @param run what the run is, for a person
   * @param process whose faults they are
   * @param trouble takes what a person should know when the folder cannot be used
   */
  public FaultJournal(Path folder, String run, ProcessHandle process, Consumer<String> trouble) {
    this.folder = folder;
    this.run = run;
    this.process = process;
    this.trouble = trouble;
  }

  /**
   * The folder if nobody says another: where the XDG Base Directory Specification keeps what a
   * program should remember from one run to the next.
   *
   * @param stateHome the value of {@code XDG_STATE_HOME}, or an empty text
   */
  public static Path standardFolder(String stateHome, Path userHome) {
    Path states =
        stateHome.isEmpty() ? userHome.resolve(".local").resolve("state") : Path.of(stateHome);
    return states.resolve("openshow-loadtest").resolve("faults");
  }

  /**
   * A fault of an earlier run that may still be on.
   *
   * @param fault its name
   * @param stop what would switch it off
   * @param run which run it was
   * @param since when it was switched on
   * @param file where that stands
   */
  public record LeftOver(String fault, String stop, String run, String since, Path file) {}

  /** It is about to be switched on. */
  void begin(Fault fault, Instant now) {
    Properties entry = new Properties();
    entry.setProperty(FAULT, fault.name());
    entry.setProperty(STOP, fault.stop().describe());
    entry.setProperty(RUN, run);
    entry.setProperty(SINCE, now.toString());
    entry.setProperty(PID, Long.toString(process.pid()));
    entry.setProperty(PROCESS_STARTED, started(process));
    try {
      Files.createDirectories(folder);
      try (Writer file = Files.newBufferedWriter(file(fault))) {
        entry.store(file, null);
      }
    } catch (IOException e) {
      trouble.accept(
          "nobody will know of the fault " + fault.name() + " if this run is killed: " + e);
    }
  }

  private Path file(Fault fault) {
    return folder.resolve(fault.name() + "-" + process.pid() + ENDING);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** It is off, and with it what earlier runs left on that is switched off in the same way. */
  void end(Fault fault) {
    try {
      Files.deleteIfExists(file(fault));
      for (LeftOver left : leftOvers()) {
        if (left.fault().equals(fault.name()) && left.stop().equals(fault.stop().describe())) {
          Files.deleteIfExists(left.file());
        }
      }
    } catch (IOException e) {
      trouble.accept(
          "the fault " + fault.name() + " is off, but a later run will not know that: " + e);
    }
  }

  /** The faults of runs that are gone, in the order of their files. */
  public List<LeftOver> leftOvers() {
    List<LeftOver> left = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
        files.forEach(file -> read(file, left));
      } catch (IOException e) {
        trouble.accept("nobody knows whether a fault of an earlier run is still on: " + e);
      }
    }
    left.sort(Comparator.comparing(LeftOver::file));
    return left;
  }

  private static void read(Path file, List<LeftOver> into) {
    Properties entry = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entry.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      // Gone meanwhile, or none of ours.
      return;
    }
    String fault = entry.getProperty(FAULT, "");
    if (!fault.isEmpty() && !isAlive(entry)) {
      into.add(
          new LeftOver(
              fault,
              entry.getProperty(STOP, ""),
              entry.getProperty(RUN, ""),
              entry.getProperty(SINCE, ""),
              file));
    }
  }

  /** Whether the process that has it on still runs, and will switch it off. */
  private static boolean isAlive(Properties entry) {
    String pid = entry.getProperty(PID, "");
    String started = entry.getProperty(PROCESS_STARTED, "");
    return pid.matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(pid))
            // The number may be another's by now.
            .filter(ProcessHandle::isAlive)
            .filter(found -> started.isEmpty() || started(found).equals(started))
            .isPresent();
  }
}
