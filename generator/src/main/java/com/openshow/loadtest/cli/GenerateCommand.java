package com.openshow.loadtest.cli;

import com.openshow.loadtest.plan.Plans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Writes the plans, or checks that they are what would be written. */
final class GenerateCommand implements Command {
  private static final String DEFAULT_FOLDER = "plans";

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String arguments() {
    return "SCENARIOS [--output DIR] [--check] [--format jmx]";
  }

  @Override
  public String summary() {
    return "Writes one .jmx for each scenario, and all.jmx with every scenario side by side.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("DIR")
                .desc("folder of the plans (default: " + DEFAULT_FOLDER + ")")
                .get())
        .addOption(
            Option.builder()
                .longOpt("check")
                .desc("write nothing; exit 1 when a plan in the folder differs")
                .get())
        .addOption(
            Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("jmx (the default)")
                .get());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    String format = line.getOptionValue("format", "jmx");
    if (!format.equals("jmx")) {
      throw new CommandException(
          ExitStatus.USAGE, "error: unknown format \"" + format + "\"; expected jmx");
    }
    ScenarioFile file = ScenarioFile.of(line, console);
    Path folder = ScenarioFile.path(line.getOptionValue("output", DEFAULT_FOLDER));
    // By name, so that the output is in the order of a folder listing.
    Map<String, byte[]> plans = new TreeMap<>(Plans.files(file.loadTest(), file.source()));
    return line.hasOption("check")
        ? check(folder, plans, file, console)
        : write(folder, plans, console);
  }

  private static ExitStatus write(Path folder, Map<String, byte[]> plans, Console console)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path target = folder.resolve(plan.getKey());
      Files.write(target, plan.getValue());
      console.out().println("wrote " + target);
    }
    return ExitStatus.OK;
  }

  private static ExitStatus check(
      Path folder, Map<String, byte[]> plans, ScenarioFile file, Console console)
      throws IOException {
    List<String> drift = new ArrayList<>();
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path target = folder.resolve(plan.getKey());
      if (!Files.isRegularFile(target)) {
        drift.add(target + " is missing");
      } else if (!Arrays.equals(Files.readAllBytes(target), plan.getValue())) {
        drift.add(target + " differs from what " + file.path() + " generates");
      }
    }
    drift.addAll(leftOver(folder, plans));
    if (drift.isEmpty()) {
      console.out().println(plans.size() + " plans in " + folder + " are up to date");
      return ExitStatus.OK;
    }
    drift.forEach(line -> console.err().println("drift: " + line));
    console.err().println("run: loadtest generate " + file.path() + " --output " + folder);
    return ExitStatus.BREACHED;
  }

  /** Plans of scenarios that are no more would still be run by whoever runs the folder. */
  private static List<String> leftOver(Path folder, Map<String, byte[]> plans) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jmx"))
          .filter(file -> !plans.containsKey(String.valueOf(file.getFileName())))
          .sorted()
          .map(file -> file + " belongs to no scenario; delete it")
          .toList();
    }
  }
}
