package com.openshow.loadtest.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
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
    try {
      CommandLine line =
          DefaultParser.builder()
              .setAllowPartialMatching(false)
              .get()
              .parse(command.options(), args);
      return command.run(line, console);
    } catch (ParseException e) {
      console.err().println("error: " + e.getMessage());
      console.err().println("usage: loadtest " + command.name() + " " + command.arguments());
      return ExitStatus.USAGE;
    } catch (CommandException e) {
      console.err().println(e.getMessage());
      return e.status();
    } catch (IOException e) {
      console.err().println("error: " + e);
      return ExitStatus.RUN_FAILED;
    }
  }
}
