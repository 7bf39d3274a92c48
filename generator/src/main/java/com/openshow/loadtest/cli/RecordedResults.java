package com.openshow.loadtest.cli;

import com.openshow.loadtest.report.Terminal;
import com.openshow.loadtest.results.Attribution;
import com.openshow.loadtest.results.Extra;
import com.openshow.loadtest.results.JtlException;
import com.openshow.loadtest.results.JtlOptions;
import com.openshow.loadtest.results.JtlReader;
import com.openshow.loadtest.results.SampleSink;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Request;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * The results files of a command line, read as one run.
 *
 * @param attribution all that is in them, given to the scenarios
 * @param interruption why the run did not go to its end; empty when it did, as far as they tell
 * @param read the files
 */
record RecordedResults(Attribution attribution, Optional<String> interruption, List<Path> read) {
  /** The option that names the files that are judged. */
  static final String NAME = "results";

  static Option files() {
    return Option.builder("r")
        .longOpt(NAME)
        .hasArgs()
        .argName("FILE")
        .required()
        .desc(
            "results files, or folders of them (.jtl, .csv, .xml, .hlog, each also as .gz); all are judged"
                + " as one run")
        .get();
  }

  static Option columns() {
    return Option.builder()
        .longOpt("columns")
        .hasArg()
        .argName("NAMES")
        .desc(
            "the columns of CSV files without a header line, in their order, by the names of"
                + " JMeter's header: timeStamp,elapsed,label,..., if they are not the default ones")
        .get();
  }

  /**
   * Reads them; every file that is missing, or that cannot be judged, is named.
   *
   * @param option which one names the files
   * @param extras what is read besides what every verdict needs
   */
  static RecordedResults read(
      CommandLine line,
      String option,
      LoadTest test,
      Set<Extra> extras,
      RunRecorder recorder,
      Console console)
      throws CommandException, IOException {
    Map<String, Set<String>> labels = labels(test);
    JtlOptions options = options(line, test, labels, extras);
    List<Path> files = files(line.getOptionValues(option), console);
    SampleSink sink = new SampleSink(List.copyOf(labels.keySet()), recorder);
    List<String> notes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    ProgressBar bar =
        new ProgressBar(console.err(), Terminal.isPresent(), size(files), System::nanoTime);
    for (Path file : files) {
      try {
        notes.addAll(JtlReader.read(file, options, sink, bar));
      } catch (JtlException e) {
        problems.addAll(e.problems());
      }
    }
    bar.end();
    if (!problems.isEmpty()) {
      throw new CommandException(ExitStatus.INVALID, errors(problems));
    }
    Instant now = Instant.now();
    Attribution attribution =
        Attribution.of(recorder.measurement(now, now), sink.errors(), sink.preparing(), labels);
    notes.addAll(attribution.notes());
    String prefix = option.equals(NAME) ? "note: " : "note: " + option + ": ";
    notes.forEach(note -> console.err().println(prefix + note));
    return new RecordedResults(attribution, sink.interruption(), files);
  }

  private static String errors(List<String> problems) {
    return problems.stream()
        .map(problem -> "error: " + problem)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static Map<String, Set<String>> labels(LoadTest test) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    for (Scenario scenario : test.scenarios()) {
      labels.put(
          scenario.name(),
          scenario.requests().stream().map(Request::label).collect(Collectors.toSet()));
    }
    return labels;
  }

  private static JtlOptions options(
      CommandLine line, LoadTest test, Map<String, Set<String>> labels, Set<Extra> extras)
      throws CommandException {
    try {
      return new JtlOptions(
          Optional.ofNullable(line.getOptionValue("columns"))
              .map(text -> List.of(text.split(",", -1)))
              .orElse(List.of()),
          labels.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
          test.scenarios().stream().anyMatch(scenario -> scenario.pace().targetRps().isPresent()),
          extras);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitStatus.USAGE, "error: --" + e.getMessage());
    }
  }

  private static List<Path> files(String[] names, Console console)
      throws CommandException, IOException {
    List<String> missing = new ArrayList<>();
    Set<Path> files = new LinkedHashSet<>();
    Set<Path> real = new LinkedHashSet<>();
    for (String name : names) {
      for (Path file : expand(ScenarioFile.path(name), console)) {
        if (!Files.isRegularFile(file)) {
          missing.add(file + " is not a file; expected a results file");
        } else if (real.add(file.toRealPath())) {
          files.add(file);
        } else {
          console.err().println("note: " + file + " was given twice, and is counted once");
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new CommandException(ExitStatus.USAGE, errors(missing));
    }
    return List.copyOf(files);
  }

  /** A folder without results leaves every objective unjudged. */
  private static List<Path> expand(Path path, Console console) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file :
          files
              .filter(f -> f.toString().matches(".*\\.(?:jtl|csv|xml|hlog)(?:\\.gz)?"))
              .sorted()
              .toList()) {
        if (JtlReader.isResults(file)) {
          results.add(file);
        } else {
          console.err().println("note: " + file + " is XML of another kind, and is passed over");
        }
      }
    }
    return once(results, console);
  }

  /** A run leaves both kinds in one folder, with the same samples. */
  private static List<Path> once(List<Path> results, Console console) {
    Map<Boolean, List<Path>> byKind =
        results.stream()
            .collect(Collectors.partitioningBy(f -> f.toString().matches(".*\\.hlog(?:\\.gz)?")));
    List<Path> logs = byKind.getOrDefault(true, List.of());
    List<Path> samples = byKind.getOrDefault(false, List.of());
    if (samples.isEmpty()) {
      return logs;
    }
    logs.forEach(
        log ->
            console
                .err()
                .println(
                    "note: "
                        + log
                        + " is passed over: its samples should be in the other results beside it;"
                        + " where they are not, name the files instead of the folder"));
    return samples;
  }

  private static long size(List<Path> files) throws IOException {
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    return size;
  }
}
