package com.openshow.loadtest.cli;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueSettings;
import com.openshow.loadtest.data.UniqueType;
import com.openshow.loadtest.proof.Findings;
import com.openshow.loadtest.proof.Partitions;
import com.openshow.loadtest.proof.ProofTask;
import com.openshow.loadtest.proof.WorkerProcess;
import com.openshow.loadtest.scenario.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Draws unique values in many JVMs, and looks for one that came twice. */
final class ProveUniqueCommand implements Command {
  private static final int MOST_EXAMPLES = 10;

  @Override
  public String name() {
    return "prove-unique";
  }

  @Override
  public String arguments() {
    return "[TYPE] [--jvms N] [--threads M] [--runs K] [--values V] [--option NAME=VALUE ...]"
        + " [--cloned] [--clock-back D] [--folder DIR]";
  }

  @Override
  public String summary() {
    return "Draws unique values in many JVMs, and counts those that came twice.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(number("jvms", "N", "JVMs that draw at the same time (default: 4)"))
        .addOption(number("threads", "M", "threads of each JVM (default: 8)"))
        .addOption(number("runs", "K", "runs, one after the other (default: 3)"))
        .addOption(number("values", "V", "values of all runs together (default: 1000000)"))
        .addOption(
            Option.builder()
                .longOpt("option")
                .hasArg()
                .argName("NAME=VALUE")
                .desc("an option of the type, such as max_length=40; may be given again")
                .get())
        .addOption(
            Option.builder()
                .longOpt("cloned")
                .desc("all JVMs have the same host name and process number (Linux: unshare)")
                .get())
        .addOption(
            Option.builder()
                .longOpt("clock-back")
                .hasArg()
                .argName("D")
                .desc("each run begins with a clock that is set back by so much more, such as 1h")
                .get())
        .addOption(
            Option.builder()
                .longOpt("folder")
                .hasArg()
                .argName("DIR")
                .desc("where the values are kept meanwhile (default: that of temporary files)")
                .get());
  }

  private static Option number(String name, String argument, String text) {
    return Option.builder().longOpt(name).hasArg().argName(argument).desc(text).get();
  }

  /** What is to be shown. */
  private record Proof(
      String type,
      Map<String, String> options,
      int jvms,
      int threads,
      int runs,
      long valuesEach,
      boolean isCloned,
      Duration clockBack) {
    long values() {
      return valuesEach * jvms * threads * runs;
    }
  }

  @Override
  public ExitStatus run(CommandLine line, Console console) throws CommandException, IOException {
    Proof proof = proof(line);
    Path parent =
        ScenarioFile.path(line.getOptionValue("folder", System.getProperty("java.io.tmpdir", ".")));
    UniqueType type = type(proof);
    long bytes = proof.values() * length(type);
    if (type.scope() == UniqueType.Scope.RUN && proof.runs() > 1) {
      console
          .err()
          .println(
              "warning: such values are unique within one run; give --runs 1, or expect duplicates");
    }
    console
        .out()
        .printf(
            Locale.ROOT,
            "%s: %d JVMs x %d threads x %d runs, %,d values%s%s%nNeeds %,d MB of disk in %s"
                + " meanwhile%n",
            proof.type(),
            proof.jvms(),
            proof.threads(),
            proof.runs(),
            proof.values(),
            proof.isCloned() ? ", cloned host name and pid" : "",
            proof.clockBack().isZero()
                ? ""
                : ", the clock set back by " + Durations.seconds(proof.clockBack()) + " s a run",
            bytes / 1_000_000 + 1,
            parent);
    long free = Files.getFileStore(parent).getUsableSpace();
    if (free < bytes) {
      throw new CommandException(
          ExitStatus.USAGE,
          "error: "
              + parent
              + " has "
              + free / 1_000_000
              + " MB left; give --folder or fewer"
              + " --values");
    }
    Path folder = Files.createTempDirectory(parent, "prove-unique-");
    Partitions partitions = new Partitions(folder, Partitions.countFor(proof.values()));
    Thread removal = new Thread(() -> remove(partitions), "prove-unique-removal");
    Runtime.getRuntime().addShutdownHook(removal);
    try {
      partitions.make();
      draw(proof, partitions, console);
      return tell(proof, compare(partitions), console);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.RUN_FAILED;
    } finally {
      remove(partitions);
      Runtime.getRuntime().removeShutdownHook(removal);
    }
  }

  private static Proof proof(CommandLine line) throws CommandException {
    List<String> arguments = line.getArgList();
    String type = arguments.isEmpty() ? "email" : arguments.get(0);
    Map<String, String> options = new TreeMap<>();
    for (String text : line.hasOption("option") ? line.getOptionValues("option") : new String[0]) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw usage("--option must be NAME=VALUE, but was \"" + text + "\"");
      }
      options.put(text.substring(0, equals), text.substring(equals + 1));
    }
    int jvms = (int) number(line, "jvms", 4, 64);
    int threads = (int) number(line, "threads", 8, 1_000);
    int runs = (int) number(line, "runs", 3, 1_000);
    long values = number(line, "values", 1_000_000, 100_000_000_000L);
    String back = line.getOptionValue("clock-back", "0s");
    Duration clockBack =
        Durations.parse(back)
            .orElseThrow(
                () ->
                    usage("--clock-back must be " + Durations.RULE + ", but was \"" + back + "\""));
    long drawers = (long) jvms * threads * runs;
    return new Proof(
        type,
        options,
        jvms,
        threads,
        runs,
        (values + drawers - 1) / drawers,
        line.hasOption("cloned"),
        clockBack);
  }

  private static long number(CommandLine line, String name, long otherwise, long most)
      throws CommandException {
    String text = line.getOptionValue(name, Long.toString(otherwise));
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below, with the numbers out of range.
    }
    throw usage("--" + name + " must be a whole number from 1 to " + most + ", but was " + text);
  }

  private static CommandException usage(String message) {
    return new CommandException(ExitStatus.USAGE, "error: " + message);
  }

  private static UniqueType type(Proof proof) throws CommandException {
    try {
      return UniqueKind.read(proof.type(), proof.options());
    } catch (UniqueDataException e) {
      throw usage(String.join("; ", e.problems()));
    }
  }

  /** How long a value is, with the line's end: all are as long as the first. */
  private static int length(UniqueType type) {
    String value = UniqueData.start(UniqueSettings.FRESH).source(type).next();
    return value.getBytes(StandardCharsets.UTF_8).length + 1;
  }

  private static void draw(Proof proof, Partitions partitions, Console console)
      throws IOException, InterruptedException {
    for (int run = 1; run <= proof.runs(); run++) {
      List<WorkerProcess> workers = new ArrayList<>();
      long begin = System.nanoTime();
      try {
        for (int jvm = 1; jvm <= proof.jvms(); jvm++) {
          ProofTask task =
              new ProofTask(
                  partitions,
                  "run" + run + "-jvm" + jvm,
                  proof.type(),
                  proof.options(),
                  jvm,
                  proof.jvms(),
                  proof.threads(),
                  proof.valuesEach(),
                  proof.clockBack().toMillis() * (run - 1));
          workers.add(WorkerProcess.start(task, proof.isCloned()));
        }
        for (WorkerProcess worker : workers) {
          console.out().println("  run " + run + ": " + worker.await());
        }
      } finally {
        workers.forEach(WorkerProcess::stop);
      }
      console
          .out()
          .printf(
              Locale.ROOT,
              "Run %d of %d: %,d values in %.1f s%n",
              run,
              proof.runs(),
              proof.values() / proof.runs(),
              (System.nanoTime() - begin) / 1e9);
    }
  }

  private static Findings compare(Partitions partitions) throws IOException {
    Findings findings = Findings.NONE;
    for (int i = 0; i < partitions.count(); i++) {
      int wanted = MOST_EXAMPLES - findings.examples().size();
      findings = findings.and(partitions.check(i, Math.max(0, wanted)));
    }
    return findings;
  }

  private static ExitStatus tell(Proof proof, Findings findings, Console console) {
    console
        .out()
        .printf(
            Locale.ROOT, "%,d values, %,d duplicates%n", findings.values(), findings.duplicates());
    findings.examples().forEach(value -> console.out().println("  more than once: " + value));
    if (findings.values() != proof.values()) {
      console.err().println("error: " + proof.values() + " values were to be drawn");
      return ExitStatus.RUN_FAILED;
    }
    return findings.duplicates() == 0 ? ExitStatus.OK : ExitStatus.BREACHED;
  }

  private static void remove(Partitions partitions) {
    try {
      partitions.remove();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + partitions.folder(), e);
    }
  }
}
