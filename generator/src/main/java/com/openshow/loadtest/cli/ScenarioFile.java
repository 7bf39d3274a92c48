package com.openshow.loadtest.cli;

import com.openshow.loadtest.plan.Source;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.read.InvalidScenarioException;
import com.openshow.loadtest.scenario.read.ReadResult;
import com.openshow.loadtest.scenario.read.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/**
 * The scenario file a command was given.
 *
 * @param path where it stands
 * @param loadTest what it says
 * @param source what plans made from it refer to
 */
record ScenarioFile(Path path, LoadTest loadTest, Source source) {
  /** The one argument of the command; its warnings are printed. */
  static ScenarioFile of(CommandLine line, Console console) throws CommandException, IOException {
    List<String> arguments = line.getArgList();
    if (arguments.size() != 1) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: expected one scenario file, but got " + arguments.size() + ": " + arguments);
    }
    return read(path(arguments.get(0)), console);
  }

  static ScenarioFile read(Path path, Console console) throws CommandException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new CommandException(
          ExitStatus.USAGE, "error: " + path + " is not a file; expected a scenario file");
    }
    try (InputStream input = Files.newInputStream(path)) {
      byte[] content = input.readNBytes(ScenarioReader.MAX_BYTES + 1);
      AttachedFiles attached = new AttachedFiles(path);
      ReadResult result = ScenarioReader.read(path.toString(), content, attached);
      result.warnings().forEach(console.err()::println);
      return new ScenarioFile(path, result.loadTest(), Source.of(path, content, attached.taken()));
    } catch (InvalidScenarioException e) {
      throw new CommandException(
          ExitStatus.INVALID, e.getMessage() + "\n" + count(e.problems().size()));
    }
  }

  private static String count(int problems) {
    return problems == 1 ? "1 problem" : problems + " problems";
  }

  static Path path(String text) throws CommandException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandException(ExitStatus.USAGE, "error: not a path: " + e.getMessage());
    }
  }

  /** The same file, with no more virtual users altogether than global_vus. */
  ScenarioFile fitted() {
    return new ScenarioFile(path, FitVus.fit(loadTest), source);
  }
}
