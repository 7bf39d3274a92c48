package com.openshow.loadtest.metrics.promql;

/**
 * A string in quotes, with the escapes of Go; between backquotes there are none.
 *
 * @param value what it means
 * @param end the position after it
 */
record Quoted(String value, int end) {
  /**
   * Reads one.
   *
   * @param start where its first quote is
   */
  static Quoted at(String text, int start) throws PromQlException {
    char quote = text.charAt(start);
    if (quote == '`') {
      int end = text.indexOf('`', start + 1);
      if (end < 0) {
        throw unended(text, start);
      }
      return new Quoted(text.substring(start + 1, end), end + 1);
    }
    StringBuilder value = new StringBuilder();
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      char c = text.charAt(i);
      if (c == '\n') {
        throw PromQlException.at(text, i, "a string must not have a line feed in it; write \\n");
      }
      i = c == '\\' ? escape(text, i, value) : plain(c, i, value);
    }
    if (i >= text.length()) {
      throw unended(text, start);
    }
    return new Quoted(value.toString(), i + 1);
  }

  private static int plain(char c, int position, StringBuilder into) {
    into.append(c);
    return position + 1;
  }

  private static PromQlException unended(String text, int start) {
    return PromQlException.at(text, start, "the string has no end");
  }

  private static int escape(String text, int position, StringBuilder into) throws PromQlException {
    char kind = position + 1 < text.length() ? text.charAt(position + 1) : 0;
    int plain = "abfnrtv\\'\"".indexOf(kind);
    if (plain >= 0) {
      into.append("\u0007\b\f\n\r\t\u000b\\'\"".charAt(plain));
      return position + 2;
    }
    int digits =
        switch (kind) {
          case 'x' -> 2;
          case 'u' -> 4;
          case 'U' -> 8;
          default -> 0;
        };
    int end = position + 2 + digits;
    if (digits > 0 && end <= text.length()) {
      String hexadecimal = text.substring(position + 2, end);
      if (hexadecimal.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
        long point = Long.parseLong(hexadecimal, 16);
        // \x is a byte of UTF-8 in Go: beyond ASCII it would be a part of a character.
        if (Character.isValidCodePoint((int) point) && (digits != 2 || point < 0x80)) {
          into.appendCodePoint((int) point);
          return end;
        }
      }
    }
    throw PromQlException.at(
        text,
        position,
        "unknown escape in a string; known are \\\\ \\\" \\' \\n \\t \\r \\a \\b \\f \\v \\xhh"
            + " \\uhhhh \\Uhhhhhhhh; for a regular expression, write every backslash twice or use"
            + " backquotes");
  }
}
