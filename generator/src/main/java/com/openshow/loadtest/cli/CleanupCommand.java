package com.openshow.loadtest.cli;

import com.openshow.loadtest.cleanup.CreatedFile;
import com.openshow.loadtest.jmeter.LoadTestProperties;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.runtime.JMeterProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Deletes what earlier runs have created and not deleted. */
final class CleanupCommand implements Command {
  private static final String CREATED = "created";

  @Override
  public String name() {
    return "cleanup";
  }

  @Override
  public String arguments() {
    return "SCENARIOS --created FILE... [-Jname=value ...] [--report DIR]";
  }

  @Override
  public String summary() {
    return "Deletes what runs have created and not deleted, where it was created.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt(CREATED)
                .hasArgs()
                .argName("FILE")
                .desc("created-N.jsonl of a run; several with spaces between them")
                .get())
        .addOption(
            Option.builder()
                .longOpt("report")
                .hasArg()
                .argName("DIR")
                .desc("folder of JMeter's results and log (default: a new one in loadtest-report)")
                .get())
        .addOption(Properties.option());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    List<Path> created = created(line);
    ScenarioFile file = ScenarioFile.of(line, console);
    byte[] plan =
        Plans.cleanup(file.loadTest(), file.source())
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitStatus.INVALID,
                        "error: no request of "
                            + file.path()
                            + " has a \"cleanup\"; expected the scenario file of the run"));
    Map<String, String> properties = new LinkedHashMap<>(Properties.of(line));
    UsersFile.locate(file.loadTest().auth(), file.path(), properties);
    properties.putIfAbsent("summariser.out", "false");
    Path folder = RunCommand.folder(line);
    Files.createDirectories(folder);
    Path planFile = Files.write(folder.resolve(Plans.fileName(Plans.CLEANUP)), plan);
    int left = 0;
    for (int i = 0; i < created.size(); i++) {
      properties.put(LoadTestProperties.CREATED_FILE, created.get(i).toAbsolutePath().toString());
      String number = created.size() == 1 ? "" : "-" + (i + 1);
      if (!delete(planFile, folder, number, properties)) {
        return ExitStatus.RUN_FAILED;
      }
      left += left(created.get(i));
    }
    console.out().println(left == 0 ? "Nothing is left" : left + " things are left");
    return left == 0 ? ExitStatus.OK : ExitStatus.BREACHED;
  }

  private static List<Path> created(CommandLine line) throws CommandException {
    List<Path> created = new ArrayList<>();
    String[] names = line.hasOption(CREATED) ? line.getOptionValues(CREATED) : new String[0];
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      Path path = ScenarioFile.path(name);
      created.add(path);
      if (!Files.isRegularFile(path)) {
        missing.add("error: " + path + " is not a file; a run that left nothing has none");
      }
    }
    if (created.isEmpty()) {
      missing.add("error: expected --created FILE, the created-N.jsonl of a run");
    }
    if (!missing.isEmpty()) {
      throw new CommandException(ExitStatus.USAGE, String.join("\n", missing));
    }
    return created;
  }

  private static boolean delete(
      Path plan, Path folder, String number, Map<String, String> properties) throws IOException {
    try {
      int code =
          JMeterProcess.run(
              plan,
              folder.resolve("results" + number + ".jtl"),
              folder.resolve("jmeter" + number + ".log"),
              properties);
      return code == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int left(Path created) throws IOException {
    if (!Files.isRegularFile(created)) {
      return 0;
    }
    try (CreatedFile file = CreatedFile.open(created)) {
      return file.pending();
    }
  }
}
