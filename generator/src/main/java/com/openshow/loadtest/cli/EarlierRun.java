package com.openshow.loadtest.cli;

import com.openshow.loadtest.report.VerdictFile;
import com.openshow.loadtest.results.Extra;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.MeasuredBaseline;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** The earlier run of a command line, with which the judged one is compared. */
final class EarlierRun {
  private static final String NAME = "baseline";

  private EarlierRun() {}

  static Option option() {
    return Option.builder()
        .longOpt(NAME)
        .hasArgs()
        .argName("FILE")
        .desc(
            "results files of an earlier run, or its verdict.json, for objectives with a target"
                + " such as \"baseline + 10 %\"")
        .get();
  }

  /**
   * Reads it; none where the command line has none. Its results are read in the same way as those
   * that are judged.
   */
  static Baseline read(
      CommandLine line,
      LoadTest test,
      List<Objective> objectives,
      RecorderSettings settings,
      Console console)
      throws CommandException, IOException {
    if (!line.hasOption(NAME)) {
      return Baseline.NONE;
    }
    String[] names = line.getOptionValues(NAME);
    for (String name : names) {
      Path file = ScenarioFile.path(name);
      if (Files.isRegularFile(file) && isJson(file)) {
        return verdict(file, names.length);
      }
    }
    RunRecorder recorder = new RunRecorder(settings);
    return new MeasuredBaseline(
        objectives,
        RecordedResults.read(line, NAME, test, Extra.neededBy(objectives), recorder, console)
            .attribution()
            .measurement(),
        recorder.windows());
  }

  private static Baseline verdict(Path file, int files) throws CommandException {
    if (files > 1) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: --baseline has a verdict and other files; expected results files, or one"
              + " verdict.json");
    }
    try {
      return VerdictFile.read(file);
    } catch (IOException e) {
      throw new CommandException(ExitStatus.INVALID, "error: " + e.getMessage());
    }
  }

  private static boolean isJson(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      while (first >= 0 && Character.isWhitespace(first)) {
        first = in.read();
      }
      return first == '{';
    }
  }
}
