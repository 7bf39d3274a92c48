package com.openshow.loadtest.cli;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.metrics.run.Round;
import com.openshow.loadtest.metrics.run.Runs;
import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.LoadTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** What the backend's metrics were in a recorded run: its files {@code backend.json}. */
final class RecordedBackend {
  private static final String NAME = "backend";

  /** A report folder may have one folder a plan. */
  private static final int DEPTH = 2;

  private RecordedBackend() {}

  static Option option() {
    return Option.builder()
        .longOpt(NAME)
        .hasArgs()
        .argName("FILE")
        .desc(
            "backend.json of the run, or folders that have it; without it, the one beside the"
                + " results")
        .get();
  }

  /**
   * Judges the backend's objectives of a scenario file.
   *
   * @param properties override targets
   */
  static Round judge(
      CommandLine line, LoadTest test, Map<String, String> properties, Console console)
      throws CommandException, IOException {
    List<BackendObjective> objectives = objectives(test, properties);
    if (objectives.isEmpty()) {
      return Round.NONE;
    }
    Map<String, Round> rounds = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(line, console)) {
      try {
        Archive archive = Archive.read(file);
        rounds.put(name(file), Round.of(objectives, archive));
      } catch (IOException e) {
        problems.add("error: " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new CommandException(ExitStatus.INVALID, String.join(System.lineSeparator(), problems));
    }
    return rounds.isEmpty() ? Round.of(objectives, Archive.EMPTY) : Runs.worst(rounds);
  }

  private static String name(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? file.toString()
        : folder.getFileName().toString();
  }

  private static List<BackendObjective> objectives(LoadTest test, Map<String, String> properties)
      throws CommandException {
    List<BackendObjective> objectives = new ArrayList<>();
    for (BackendPromise promise : test.backend().promises()) {
      String target = properties.get(promise.property());
      try {
        objectives.add(
            target == null ? promise.objective() : promise.withTarget(Double.parseDouble(target)));
      } catch (IllegalArgumentException e) {
        throw new CommandException(
            ExitStatus.USAGE,
            "error: -J" + promise.property() + " must be a number, but was \"" + target + "\"");
      }
    }
    return objectives;
  }

  private static Set<Path> files(CommandLine line, Console console)
      throws CommandException, IOException {
    boolean isNamed = line.hasOption(NAME);
    String[] names = line.getOptionValues(isNamed ? NAME : RecordedResults.NAME);
    Set<Path> files = new LinkedHashSet<>();
    for (String name : names) {
      Path path = ScenarioFile.path(name);
      if (isNamed && !Files.exists(path)) {
        throw new CommandException(
            ExitStatus.USAGE, "error: --" + NAME + ": " + path + " does not exist");
      }
      files.addAll(isNamed ? named(path) : beside(path));
    }
    if (!isNamed) {
      files.forEach(file -> console.err().println("note: the backend is judged by " + file));
    }
    return files;
  }

  /** The folders of the runs whose files the command line names; none where it names none. */
  static List<Path> folders(CommandLine line) throws CommandException, IOException {
    List<Path> folders = new ArrayList<>();
    if (line.hasOption(NAME)) {
      for (String name : line.getOptionValues(NAME)) {
        for (Path file : named(ScenarioFile.path(name))) {
          folders.add(Objects.requireNonNullElse(file.toRealPath().getParent(), file));
        }
      }
    }
    return folders;
  }

  private static List<Path> named(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path, DEPTH)) {
      return files.filter(file -> file.endsWith(Archive.FILE_NAME)).sorted().toList();
    }
  }

  private static List<Path> beside(Path results) throws IOException {
    Path folder =
        Files.isDirectory(results) ? results : results.toAbsolutePath().normalize().getParent();
    if (folder == null) {
      return List.of();
    }
    Path file = folder.resolve(Archive.FILE_NAME);
    return Files.isRegularFile(file) ? List.of(file) : List.of();
  }
}
