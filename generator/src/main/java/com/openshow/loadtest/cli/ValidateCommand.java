package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.LoadTest;
import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** Says every problem of a scenario file. */
final class ValidateCommand implements Command {
  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String arguments() {
    return "SCENARIOS";
  }

  @Override
  public String summary() {
    return "Says every problem of a scenario file, with place, value and what was expected.";
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    ScenarioFile file = ScenarioFile.of(line, console);
    LoadTest test = file.loadTest();
    long endpoints = test.scenarios().stream().mapToLong(s -> s.requests().size()).sum();
    console
        .out()
        .println(
            file.path()
                + ": valid, "
                + test.scenarios().size()
                + " scenarios with "
                + endpoints
                + " endpoints");
    return ExitStatus.OK;
  }
}
