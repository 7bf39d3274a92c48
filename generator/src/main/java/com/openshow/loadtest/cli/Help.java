package com.openshow.loadtest.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.HelpFormatter;

/** The help texts. */
final class Help {
  private static final int WIDTH = 100;

  private Help() {}

  static boolean isAsked(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  static String overview(List<Command> commands) {
    StringBuilder text = new StringBuilder("usage: loadtest COMMAND [arguments]\n\n");
    for (Command command : commands) {
      text.append(String.format(Locale.ROOT, "  %-12s %s%n", command.name(), command.summary()));
    }
    return text.append(
            """

            loadtest COMMAND --help tells the arguments of a command.
            Exit codes: 0 every objective held, 1 an objective was breached, 2 something could not be
            judged, 64 wrong command line, 65 invalid scenario file or plan, 70 the run failed.
            """)
        .toString();
  }

  @SuppressWarnings("deprecation") // Its successor needs commons-cli's help package and more code.
  static void print(Command command, PrintWriter writer) {
    HelpFormatter formatter = new HelpFormatter();
    formatter.printHelp(
        writer,
        WIDTH,
        "loadtest " + command.name() + " " + command.arguments(),
        command.summary(),
        command.options(),
        2,
        2,
        "");
    writer.flush();
  }
}
