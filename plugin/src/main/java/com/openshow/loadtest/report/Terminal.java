package com.openshow.loadtest.report;

import java.nio.charset.Charset;
import java.util.Map;

/** Whether somebody watches, and what can be shown to them. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether input and output are a terminal, so that a line that was printed can be printed over.
   */
  @SuppressWarnings("SystemConsoleNull") // The null of Java 17 is what it asks for.
  public static boolean isPresent() {
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

  /**
   * Whether it is a terminal that moves its cursor and shows colours when told so.
   *
   * @param environment the variables of the process
   */
  public static boolean isCapable(Map<String, String> environment) {
    return isPresent() && understandsEscapes(environment);
  }

  /** How texts are to be written for it, where there is one. */
  @SuppressWarnings("SystemConsoleNull") // As above.
  public static Charset charset() {
    java.io.Console console = System.console();
    return console == null ? Charset.defaultCharset() : console.charset();
  }

  /** What says that it does is set by every terminal but that of Windows, which does not. */
  static boolean understandsEscapes(Map<String, String> environment) {
    String kind = environment.getOrDefault("TERM", "");
    return !kind.isEmpty() && !kind.equals("dumb");
  }
}
