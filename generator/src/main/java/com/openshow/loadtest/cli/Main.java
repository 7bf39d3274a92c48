package com.openshow.loadtest.cli;

import com.openshow.loadtest.report.FileProblem;
import com.openshow.loadtest.scenario.read.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingOptionException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The command line. Exit codes: 0 every objective held, 1 an objective was breached, 2 something
 * could not be judged, 64 wrong command line, 65 invalid scenario file or plan, 70 the run failed.
 */
public final class Main {
  private static final List<Command> COMMANDS =
      List.of(
          new ValidateCommand(),
          new GenerateCommand(),
          new RunCommand(),
          new VerdictCommand(),
          new CleanupCommand(),
          new ProveUniqueCommand(),
          new ImportCommand());

  private Main() {}

  /** Called by Java. */
  public static void main(String[] args) {
    System.exit(run(args, new Console(System.out, System.err)));
  }

  /** Runs a command line and returns its exit code. */
  static int run(String[] args, Console console) {
    if (args.length == 0) {
      console.err().print(Help.overview(COMMANDS));
      return ExitStatus.USAGE.code();
    }
    if (Help.isAsked(args[0])) {
      console.out().print(Help.overview(COMMANDS));
      return ExitStatus.OK.code();
    }
    Optional<Command> command =
        COMMANDS.stream().filter(known -> known.name().equals(args[0])).findFirst();
    if (command.isEmpty()) {
      console
          .err()
          .println(
              "error: unknown command \""
                  + args[0]
                  + "\"; expected one of "
                  + String.join(", ", COMMANDS.stream().map(Command::name).toList())
                  + " (--help tells more)");
      return ExitStatus.USAGE.code();
    }
    return run(command.get(), Arrays.copyOfRange(args, 1, args.length), console).code();
  }

  private static ExitStatus run(Command command, String[] args, Console console) {
    if (Arrays.stream(args).anyMatch(Help::isAsked)) {
      PrintWriter writer = new PrintWriter(console.out(), true, Charset.defaultCharset());
      Help.print(command, writer);
      return ExitStatus.OK;
    }
    Optional<String> unknown = unknownOption(command.options(), args);
    if (unknown.isPresent()) {
      return usage(command, unknown.get(), console);
    }
    try {
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .get()
              .parse(command.options(), args);
      return command.run(line, console);
    } catch (MissingOptionException e) {
      String missing =
          command.options().getRequiredOptions().stream()
              .map(option -> "--" + command.options().getOption(option.toString()).getLongOpt())
              .collect(Collectors.joining(", "));
      return usage(command, missing + " is missing", console);
    } catch (ParseException e) {
      return usage(command, String.valueOf(e.getMessage()), console);
    } catch (CommandException e) {
      console.err().println(e.getMessage());
      return e.status();
    } catch (IOException e) {
      console.err().println("error: " + FileProblem.reason(e));
      return ExitStatus.RUN_FAILED;
    }
  }

  private static ExitStatus usage(Command command, String problem, Console console) {
    console.err().println("error: " + problem);
    console.err().println("usage: loadtest " + command.name() + " " + command.arguments());
    return ExitStatus.USAGE;
  }

  /** What is wrong with one that does not exist, and might else pass for another option's file. */
  private static Optional<String> unknownOption(Options options, String[] args) {
    List<String> known =
        options.getOptions().stream().map(option -> "--" + option.getLongOpt()).toList();
    return Arrays.stream(args)
        .filter(arg -> arg.matches("--[a-z].*"))
        .map(arg -> arg.replaceFirst("=.*", ""))
        .filter(arg -> !options.hasLongOption(arg))
        .findFirst()
        .map(arg -> "unknown option " + arg + Text.didYouMean(arg, known));
  }
}
