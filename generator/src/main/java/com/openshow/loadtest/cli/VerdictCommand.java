package com.openshow.loadtest.cli;

import com.openshow.loadtest.metrics.run.Round;
import com.openshow.loadtest.report.ConsoleTable;
import com.openshow.loadtest.report.FileProblem;
import com.openshow.loadtest.report.GitHubActions;
import com.openshow.loadtest.report.Reports;
import com.openshow.loadtest.report.Style;
import com.openshow.loadtest.report.html.BackendChart;
import com.openshow.loadtest.report.html.RunData;
import com.openshow.loadtest.results.Attribution;
import com.openshow.loadtest.results.Extra;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.slo.Baseline;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Recording;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Judges recorded results. */
final class VerdictCommand implements Command {
  private static final String REPORT = "report";

  @Override
  public String name() {
    return "verdict";
  }

  @Override
  public String arguments() {
    return "SCENARIOS --results FILE... [--columns NAMES] [--baseline FILE...] [--backend FILE...]"
        + " [--report DIR] [-Jname=value ...]";
  }

  @Override
  public String summary() {
    return "Judges recorded results (.jtl, CSV or XML; .hlog) of one or many injectors together.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(RecordedResults.files())
        .addOption(RecordedResults.columns())
        .addOption(EarlierRun.option())
        .addOption(RecordedBackend.option())
        .addOption(
            Option.builder()
                .longOpt(REPORT)
                .hasArg()
                .argName("DIR")
                .desc("writes verdict.json, junit.xml, verdict.md and report.html there")
                .get())
        .addOption(Properties.option());
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    ScenarioFile file = ScenarioFile.of(line, console);
    LoadTest test = file.loadTest();
    Map<String, String> properties = Properties.of(line);
    UnreadProperties.ofVerdict(properties.keySet(), test).ifPresent(console.err()::println);
    List<Objective> objectives = objectives(test, properties);
    RecorderSettings settings =
        Recording.of(
            objectives,
            warmUp(test, properties),
            test.scenarios().stream()
                .filter(Scenario::risesUntilBreach)
                .map(Scenario::name)
                .toList());
    RunRecorder recorder = new RunRecorder(settings);
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    extras.addAll(Extra.neededBy(objectives));
    if (line.hasOption(REPORT)) {
      extras.add(Extra.FAILURES);
    }
    RecordedResults results =
        RecordedResults.read(line, RecordedResults.NAME, test, extras, recorder, console);
    Attribution recorded = results.attribution();
    Baseline baseline = EarlierRun.read(line, test, objectives, settings, console);
    Round backend = RecordedBackend.judge(line, test, properties, console);
    Judgement judgement =
        Evaluator.evaluate(
                objectives,
                recorded.measurement(),
                recorder.windows(),
                results.interruption(),
                baseline)
            .withBackend(backend.outcomes(), backend.aborted())
            .with(
                RecordedSchedules.read(
                    results.read(),
                    RecordedBackend.folders(line),
                    test,
                    recorded.measurement(),
                    console));
    console.out().print(ConsoleTable.render(judgement, Style.ofOutput(System.getenv())));
    console.out().print(GitHubActions.annotations(judgement, System.getenv()));
    try {
      report(judgement, backend, recorded, test.projectName(), line, console);
    } catch (IOException e) {
      console
          .err()
          .println(
              "error: the verdict stands, but its reports could not be written: "
                  + FileProblem.reason(e));
    }
    return ExitStatus.of(judgement.verdict());
  }

  private static void report(
      Judgement judgement,
      Round backend,
      Attribution recorded,
      String name,
      CommandLine line,
      Console console)
      throws CommandException, IOException {
    GitHubActions.summarize(judgement, name, System.getenv());
    if (line.hasOption(REPORT)) {
      Path folder = ScenarioFile.path(line.getOptionValue(REPORT));
      Reports.write(judgement, name, folder)
          .forEach(report -> console.out().println("Report: " + report));
      Path html =
          Reports.write(
              new RunData(name, judgement, recorded.measurement(), List.of(), recorded.errors())
                  .withBackend(BackendChart.of(backend.outcomes())),
              folder);
      console.out().println("Report: " + html);
    }
  }

  private static List<Objective> objectives(LoadTest test, Map<String, String> properties)
      throws CommandException {
    List<Objective> objectives = new ArrayList<>();
    for (Promise promise : Promise.of(test)) {
      objectives.add(objective(promise, properties));
    }
    return objectives;
  }

  private static Duration warmUp(LoadTest test, Map<String, String> properties)
      throws CommandException {
    String seconds = properties.get("warm_up");
    return seconds == null || test.warmUp().isZero()
        ? test.warmUp()
        : Duration.ofMillis(Math.round(number("warm_up", seconds) * 1000));
  }

  private static Objective objective(Promise promise, Map<String, String> properties)
      throws CommandException {
    for (String property : promise.properties()) {
      String value = properties.get(property);
      if (value != null) {
        try {
          return promise.objective().withTarget(Target.parse(value));
        } catch (IllegalArgumentException e) {
          throw new CommandException(
              ExitStatus.USAGE, "error: -J" + property + ": " + e.getMessage());
        }
      }
    }
    return promise.objective();
  }

  private static double number(String property, String value) throws CommandException {
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= Double.MAX_VALUE) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, together with negative numbers and NaN.
    }
    throw new CommandException(
        ExitStatus.USAGE,
        "error: -J" + property + " must be a number of at least 0, but was \"" + value + "\"");
  }
}
