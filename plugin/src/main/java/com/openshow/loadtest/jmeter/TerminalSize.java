package com.openshow.loadtest.jmeter;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a terminal shows.
 *
 * @param columns at least 1
 * @param lines at least 1
 */
record TerminalSize(int columns, int lines) {
  /** What terminals have been since there are any, and what is assumed where nothing tells. */
  static final TerminalSize USUAL = new TerminalSize(80, 24);

  private static final Pattern STTY = Pattern.compile("\\s*([1-9]\\d{0,4}) ([1-9]\\d{0,4})\\s*");
  private static final long PATIENCE_MILLIS = 500;

  /** Asks the terminal of this process. Java knows no other way than to ask a program. */
  static TerminalSize current() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
            ? parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
            : USUAL;
      } finally {
        stty.destroy();
      }
    } catch (IOException e) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** Reads what {@code stty size} says: lines and columns, both 0 when it does not know. */
  static TerminalSize parse(String text) {
    Matcher numbers = STTY.matcher(text);
    return numbers.matches()
        ? new TerminalSize(Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(1)))
        : USUAL;
  }
}
