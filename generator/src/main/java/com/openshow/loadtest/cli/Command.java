package com.openshow.loadtest.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** A command of the command line. */
interface Command {
  /** The word that calls it. */
  String name();

  /** What follows the word, for the help. */
  String arguments();

  /** One sentence that says what it does. */
  String summary();

  /** Its options. */
  Options options();

  /**
   * Does it.
   *
   * @throws CommandException when it cannot be done, with the reason for the user
   * @throws IOException when a file cannot be read or written
   */
  ExitStatus run(CommandLine line, Console console) throws CommandException, IOException;
}
