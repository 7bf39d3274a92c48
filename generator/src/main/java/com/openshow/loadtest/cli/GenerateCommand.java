package com.openshow.loadtest.cli;

import com.openshow.loadtest.plan.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Writes the plans, or checks that they are what would be written. */
final class GenerateCommand implements Command {
  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String arguments() {
    return "SCENARIOS [--output DIR] [--check] [--format FORMAT] [--ours | --theirs] [--fit-global-vus]";
  }

  @Override
  public String summary() {
    return "Writes one .jmx for each scenario and all.jmx with all of them, or another format.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("DIR")
                .desc("folder of the output (default: plans, or documentation for targets)")
                .get())
        .addOption(
            Option.builder()
                .longOpt("check")
                .desc("write nothing; exit 1 when a file in the folder differs")
                .get())
        .addOption(
            Option.builder()
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("one of " + String.join(", ", OutputFormat.labels()) + " (default: jmx)")
                .get())
        .addOption(
            Option.builder()
                .longOpt("ours")
                .desc("writes over plans that somebody has edited")
                .get())
        .addOption(
            Option.builder()
                .longOpt("theirs")
                .desc("keeps plans that somebody has edited, and writes the others")
                .get())
        .addOption(
            Option.builder()
                .longOpt("fit-global-vus")
                .desc("scales the scenarios' virtual users to add up to global_vus at most")
                .get());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    String label = line.getOptionValue("format", OutputFormat.JMX.label());
    OutputFormat format =
        OutputFormat.of(label)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitStatus.USAGE,
                        "error: unknown format \""
                            + label
                            + "\"; expected one of "
                            + String.join(", ", OutputFormat.labels())));
    ScenarioFile file = ScenarioFile.of(line, console);
    if (line.hasOption("fit-global-vus")) {
      file = file.fitted();
    }
    Path folder = ScenarioFile.path(line.getOptionValue("output", format.folder()));
    Map<String, byte[]> files = format.files(file);
    return line.hasOption("check")
        ? check(folder, files, format, file, console)
        : write(folder, files, Keep.of(line, format), console);
  }

  /** Whose plan stays where somebody has edited one. */
  private enum Keep {
    NOBODYS,
    OURS,
    THEIRS;

    static Keep of(CommandLine line, OutputFormat format) {
      // A document is nobody's to edit.
      if (line.hasOption("ours") || format != OutputFormat.JMX) {
        return OURS;
      }
      return line.hasOption("theirs") ? THEIRS : NOBODYS;
    }
  }

  private static ExitStatus write(
      Path folder, Map<String, byte[]> plans, Keep keep, Console console) throws IOException {
    Files.createDirectories(folder);
    List<Path> edited = keep == Keep.OURS ? List.of() : edited(folder, plans);
    if (keep == Keep.NOBODYS && !edited.isEmpty()) {
      edited.forEach(
          plan -> console.err().println("edited: " + plan + " was changed since it was generated"));
      console
          .err()
          .println(
              "nothing was written; --theirs keeps the edited plans and writes the others, --ours"
                  + " writes all");
      return ExitStatus.BREACHED;
    }
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path target = folder.resolve(plan.getKey());
      if (edited.contains(target)) {
        console.out().println("kept " + target);
        continue;
      }
      Files.write(target, plan.getValue());
      console.out().println("wrote " + target);
    }
    return ExitStatus.OK;
  }

  private static List<Path> edited(Path folder, Map<String, byte[]> plans) throws IOException {
    List<Path> edited = new ArrayList<>();
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path target = folder.resolve(plan.getKey());
      if (Files.isRegularFile(target)
          && Header.isEdited(Files.readAllBytes(target), plan.getValue())) {
        edited.add(target);
      }
    }
    return edited;
  }

  private static ExitStatus check(
      Path folder,
      Map<String, byte[]> plans,
      OutputFormat format,
      ScenarioFile file,
      Console console)
      throws IOException {
    List<String> drift = new ArrayList<>();
    List<Path> edited = format == OutputFormat.JMX ? edited(folder, plans) : List.of();
    for (Map.Entry<String, byte[]> plan : plans.entrySet()) {
      Path target = folder.resolve(plan.getKey());
      if (!Files.isRegularFile(target)) {
        drift.add(target + " is missing");
      } else if (!Arrays.equals(Files.readAllBytes(target), plan.getValue())) {
        drift.add(
            edited.contains(target)
                ? target + " was edited since it was generated"
                : target + " differs from what " + file.path() + " generates");
      }
    }
    if (format == OutputFormat.JMX) {
      drift.addAll(leftOver(folder, plans));
    }
    if (drift.isEmpty()) {
      console.out().println(folder + ": up to date (" + plans.size() + " files)");
      return ExitStatus.OK;
    }
    drift.forEach(line -> console.err().println("drift: " + line));
    console
        .err()
        .println(
            "run: loadtest generate "
                + file.path()
                + " --format "
                + format.label()
                + " --output "
                + folder);
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
