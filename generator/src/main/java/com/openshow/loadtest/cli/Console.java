package com.openshow.loadtest.cli;

import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out what was asked for
 * @param err what went wrong
 */
record Console(PrintStream out, PrintStream err) {}
