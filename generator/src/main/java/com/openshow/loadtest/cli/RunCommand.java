package com.openshow.loadtest.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.openshow.loadtest.jmeter.LoadTestProperties;
import com.openshow.loadtest.plan.Plans;
import com.openshow.loadtest.runtime.JMeterProcess;
import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.TargetUrl;
import com.openshow.loadtest.slo.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Generates, runs JMeter, and tells the verdict. */
final class RunCommand implements Command {
  private static final String ALLOW_COMMANDS = "allow-commands";

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String arguments() {
    return "SCENARIOS-or-PLAN [--target URL] [--duration D] [--allow-commands] [-Jname=value ...]"
        + " [--report DIR]";
  }

  @Override
  public String summary() {
    return "Generates the plan of all scenarios (or takes a .jmx), runs JMeter, and judges.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(
            Option.builder()
                .longOpt("target")
                .hasArg()
                .argName("URL")
                .desc("where the load goes, instead of staging_url")
                .get())
        .addOption(
            Option.builder()
                .longOpt("duration")
                .hasArg()
                .argName("D")
                .desc("such as 90s or 10m, instead of global_duration")
                .get())
        .addOption(
            Option.builder()
                .longOpt("report")
                .hasArg()
                .argName("DIR")
                .desc("folder of results and reports (default: a new one in loadtest-report)")
                .get())
        .addOption(
            Option.builder()
                .longOpt(ALLOW_COMMANDS)
                .desc("lets faults run the commands of the file or plan on this machine")
                .get())
        .addOption(Properties.option());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    Path folder = folder(line);
    Path results = folder.resolve("results.jtl");
    if (Files.exists(results)) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: " + results + " exists, and JMeter would add to it; choose another --report");
    }
    Map<String, String> properties = properties(line);
    properties.put(LoadTestProperties.REPORT_DIR, folder.toAbsolutePath().toString());
    // The verdict so far says more; jmeter.log has the summariser's lines nevertheless.
    properties.putIfAbsent("summariser.out", "false");
    Path plan = plan(line, folder, properties, console);
    UnreadProperties.ofPlan(properties.keySet(), Files.readString(plan))
        .forEach(console.err()::println);
    Files.createDirectories(folder);
    Path log = folder.resolve("jmeter.log");
    int code;
    try {
      code = JMeterProcess.run(plan, results, log, properties);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.RUN_FAILED;
    }
    if (code == ExitStatus.INVALID.code()) {
      return ExitStatus.INVALID;
    }
    Path verdict = folder.resolve("verdict.json");
    if (!Files.isRegularFile(verdict)) {
      throw new CommandException(
          ExitStatus.RUN_FAILED,
          "error: JMeter ended with exit code "
              + code
              + " and without a verdict; "
              + log
              + " says more (a plan without an SLO Assertion Listener has none)");
    }
    return ExitStatus.of(
        Verdict.valueOf(new ObjectMapper().readTree(verdict.toFile()).path("verdict").asText())
            .and(ofAllListeners(code)));
  }

  /** A plan may have several, and the first one alone writes into the folder itself. */
  private static Verdict ofAllListeners(int code) {
    if (code == ExitStatus.of(Verdict.FAIL).code()) {
      return Verdict.FAIL;
    }
    return code == ExitStatus.of(Verdict.INCONCLUSIVE).code() ? Verdict.INCONCLUSIVE : Verdict.PASS;
  }

  /** The folder of results and reports. */
  static Path folder(CommandLine line) throws CommandException {
    String fresh =
        "loadtest-report/"
            + LocalDateTime.now(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT));
    return ScenarioFile.path(line.getOptionValue("report", fresh));
  }

  private static Map<String, String> properties(CommandLine line) throws CommandException {
    Map<String, String> properties = new LinkedHashMap<>(Properties.of(line));
    if (line.hasOption(ALLOW_COMMANDS)) {
      properties.put(LoadTestProperties.ALLOW_COMMANDS, "true");
    }
    if (line.hasOption("target")) {
      properties.put("target.url", line.getOptionValue("target"));
    }
    String target = properties.get("target.url");
    if (target != null && TargetUrl.parse(target).isEmpty()) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: the target must be " + TargetUrl.RULE + ", but was \"" + target + "\"");
    }
    if (line.hasOption("duration")) {
      String text = line.getOptionValue("duration");
      Duration duration =
          Durations.parse(text)
              .filter(d -> d.toSeconds() >= 1)
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitStatus.USAGE,
                          "error: --duration must be "
                              + Durations.RULE
                              + " of at least 1s, but was \""
                              + text
                              + "\""));
      properties.put("duration", Long.toString(duration.toSeconds()));
    }
    return properties;
  }

  private static Path plan(
      CommandLine line, Path folder, Map<String, String> properties, Console console)
      throws CommandException, IOException {
    String[] arguments = line.getArgs();
    if (arguments.length == 1 && arguments[0].endsWith(".jmx")) {
      Path plan = ScenarioFile.path(arguments[0]);
      if (!Files.isRegularFile(plan)) {
        throw new CommandException(
            ExitStatus.USAGE, "error: " + plan + " is not a file; expected a .jmx plan");
      }
      return plan;
    }
    ScenarioFile file = ScenarioFile.of(line, console);
    UsersFile.locate(file.loadTest().auth(), file.path(), properties);
    FeedFiles.locate(file.loadTest(), file.path(), properties);
    // The plan lies in the report folder; certificates lie beside the scenario file.
    Path beside = file.path().toAbsolutePath().getParent();
    if (beside != null) {
      properties.putIfAbsent(LoadTestProperties.BACKEND_FILES, beside.toString());
    }
    Map<String, byte[]> plans = Plans.files(file.loadTest(), file.source());
    String name = Plans.fileName(Plans.ALL);
    byte[] content = plans.get(name);
    if (content == null) {
      throw new IllegalStateException("no " + name + " among " + Arrays.asList(plans.keySet()));
    }
    Files.createDirectories(folder);
    return Files.write(folder.resolve(name), content);
  }
}
