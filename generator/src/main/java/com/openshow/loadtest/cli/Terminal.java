package com.openshow.loadtest.cli;

/** Whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /** Whether a line that was printed can be printed over. */
  @SuppressWarnings("SystemConsoleNull") // The null of Java 17 is what it asks for.
  static boolean isPresent() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there always is a console, which knows whether it is a terminal.
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
