package com.openshow.loadtest.cli;

import com.openshow.loadtest.merge.Prefer;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.plan.StockNote;
import com.openshow.loadtest.runtime.JMeterRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Writes the plans, or checks that they are what would be written. */
final class GenerateCommand implements Command {
  private static final String STOCK_FOLDER = "plans-stock";

  @Override
  public String name() {
    return "generate";
  }

  @Override
  public String arguments() {
    return "SCENARIOS [--output DIR] [--check] [--format FORMAT] [--stock] [--ours | --theirs] [--fit-global-vus]";
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
                .desc(
                    "folder of the output (default: plans; k6, documentation, or"
                        + " config/monitoring/grafana/dashboards for other formats)")
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
                .longOpt("stock")
                .desc(
                    "plans for a JMeter without the plugin, in "
                        + STOCK_FOLDER
                        + "; says what they cannot do")
                .get())
        .addOption(
            Option.builder()
                .longOpt("ours")
                .desc(
                    "where a plan was edited and the scenario file says otherwise: takes its word")
                .get())
        .addOption(
            Option.builder()
                .longOpt("theirs")
                .desc(
                    "where a plan was edited and the scenario file says otherwise: takes the plan's")
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
    if (format == OutputFormat.JMX) {
      JMeterRuntime.startInBackground();
    }
    ScenarioFile file = ScenarioFile.of(line, console);
    if (line.hasOption("fit-global-vus")) {
      file = file.fitted();
    }
    boolean isStock = line.hasOption("stock");
    if (isStock && format != OutputFormat.JMX) {
      throw new CommandException(
          ExitStatus.USAGE, "error: --stock is for plans; leave out --format " + format.label());
    }
    Path folder =
        ScenarioFile.path(line.getOptionValue("output", isStock ? STOCK_FOLDER : format.folder()));
    Map<String, byte[]> files = isStock ? stock(file, console) : format.files(file);
    if (!isStock) {
      format.notes(file).forEach(note -> console.err().println("note: " + note));
    }
    boolean isCheck = line.hasOption("check");
    if (format == OutputFormat.JMX) {
      PlanFolder plans = new PlanFolder(folder, files, winner(line));
      String options = isStock ? " --stock" : "";
      return isCheck ? plans.check(file.path(), options, console) : plans.write(console);
    }
    return isCheck ? check(folder, files, format, file, console) : write(folder, files, console);
  }

  private static Map<String, byte[]> stock(ScenarioFile file, Console console) {
    for (StockNote note : Plans.stockNotes(file.loadTest())) {
      console.err().println("note: --stock: " + note);
    }
    return new TreeMap<>(Plans.stock(file.loadTest(), file.source()));
  }

  private static Optional<Prefer> winner(CommandLine line) throws CommandException {
    boolean ours = line.hasOption("ours");
    boolean theirs = line.hasOption("theirs");
    if (ours && theirs) {
      throw new CommandException(
          ExitStatus.USAGE, "error: --ours and --theirs exclude each other; give one of them");
    }
    if (!ours && !theirs) {
      return Optional.empty();
    }
    return Optional.of(ours ? Prefer.SCENARIOS : Prefer.PLAN);
  }

  private static ExitStatus write(Path folder, Map<String, byte[]> files, Console console)
      throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.write(target, file.getValue());
      console.out().println("wrote " + target);
    }
    return ExitStatus.OK;
  }

  private static ExitStatus check(
      Path folder,
      Map<String, byte[]> files,
      OutputFormat format,
      ScenarioFile source,
      Console console)
      throws IOException {
    List<String> drift = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      if (!Files.isRegularFile(target)) {
        drift.add(target + " is missing");
      } else if (!Arrays.equals(Files.readAllBytes(target), file.getValue())) {
        drift.add(target + " differs from what " + source.path() + " generates");
      }
    }
    if (drift.isEmpty()) {
      console.out().println(folder + ": up to date (" + files.size() + " files)");
      return ExitStatus.OK;
    }
    drift.forEach(line -> console.err().println("drift: " + line));
    console
        .err()
        .println(
            "run: loadtest generate "
                + source.path()
                + " --format "
                + format.label()
                + " --output "
                + folder);
    return ExitStatus.BREACHED;
  }
}
