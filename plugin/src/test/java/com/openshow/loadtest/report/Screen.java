package com.openshow.loadtest.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a terminal as is needed to see what somebody would see, scrolled lines included. */
final class Screen {
  private static final Pattern PART =
      Pattern.compile("\033\\[(\\?7[lh]|\\d*[AJKm])|\r|\n|[^\033\r\n]", Pattern.DOTALL);

  private final int columns;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, UTF_8);

  Screen(int columns) {
    this.columns = columns;
  }

  PrintStream stream() {
    return stream;
  }

  /** All lines down to the cursor's; a {@code _} is where the cursor stands. */
  String text() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    int column = 0;
    boolean wraps = true;
    Matcher parts = PART.matcher(bytes.toString(UTF_8));
    int end = 0;
    while (parts.find()) {
      if (parts.start() != end) {
        throw new IllegalStateException("unknown escape sequence at " + end);
      }
      end = parts.end();
      String part = parts.group();
      StringBuilder line = lines.get(row);
      switch (part.charAt(part.length() - 1)) {
        case '\r' -> column = 0;
        case '\n' -> {
          row++;
          column = 0;
          if (row == lines.size()) {
            lines.add(new StringBuilder());
          }
        }
        default -> {
          if (!part.startsWith("\033")) {
            if (column == columns && wraps) {
              row++;
              column = 0;
              lines.add(row, new StringBuilder());
              line = lines.get(row);
            }
            column = Math.min(column, columns - 1);
            line.append(" ".repeat(Math.max(0, column - line.length())));
            line.replace(column, column + 1, part);
            column++;
          } else if (part.endsWith("A")) {
            int up = Integer.parseInt(part.substring(2, part.length() - 1));
            if (up > row) {
              throw new IllegalStateException("moves above the first line");
            }
            row -= up;
          } else if (part.endsWith("K")) {
            // A cursor that waits behind a full line stands on its last character.
            line.setLength(Math.min(line.length(), Math.min(column, columns - 1)));
          } else if (part.endsWith("J")) {
            line.setLength(Math.min(line.length(), Math.min(column, columns - 1)));
            lines.subList(row + 1, lines.size()).clear();
          } else if (part.contains("?7")) {
            wraps = part.endsWith("h");
          }
        }
      }
    }
    if (!wraps) {
      throw new IllegalStateException("lines do not wrap any more");
    }
    lines.get(row).insert(column, '_');
    return lines.stream().map(StringBuilder::toString).collect(Collectors.joining("\n"));
  }
}
