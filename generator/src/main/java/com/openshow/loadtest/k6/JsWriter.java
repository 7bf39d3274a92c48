package com.openshow.loadtest.k6;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes values as a person would: what fits stands in one line, the rest below each other. */
final class JsWriter {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private JsWriter() {}

  /**
   * The value as JavaScript.
   *
   * @param indent the white space that its line begins with
   * @param used how many characters of the line are taken
   */
  static String write(Js value, String indent, int used) {
    String line = line(value);
    // One for the comma behind it.
    if (used + line.length() + 1 <= WIDTH) {
      return line;
    }
    if (value instanceof Js.Items items) {
      return block("[", items.values().stream().map(item -> member("", item, indent)), indent, "]");
    }
    if (value instanceof Js.Members members) {
      return block(
          "{",
          members.values().entrySet().stream()
              .map(entry -> member(key(entry.getKey()) + ": ", entry.getValue(), indent)),
          indent,
          "}");
    }
    return line;
  }

  private static String member(String key, Js value, String indent) {
    String below = indent + INDENT;
    return below + key + write(value, below, below.length() + key.length()) + ",\n";
  }

  private static String block(String open, Stream<String> lines, String indent, String close) {
    return open + "\n" + lines.collect(Collectors.joining()) + indent + close;
  }

  private static String line(Js value) {
    if (value instanceof Js.Text text) {
      return quoted(text.value());
    }
    if (value instanceof Js.Code code) {
      return code.value();
    }
    if (value instanceof Js.Items items) {
      List<String> parts = items.values().stream().map(JsWriter::line).toList();
      return "[" + String.join(", ", parts) + "]";
    }
    Map<String, Js> members = ((Js.Members) value).values();
    if (members.isEmpty()) {
      return "{}";
    }
    return members.entrySet().stream()
        .map(entry -> key(entry.getKey()) + ": " + line(entry.getValue()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String key(String name) {
    // Written as a name it would set the object's prototype instead.
    if (name.equals("__proto__")) {
      return "['__proto__']";
    }
    return name.matches("[A-Za-z_$][A-Za-z0-9_$]*") ? name : quoted(name);
  }

  /** A string literal that no content can end, here or in a script element of a page. */
  static String quoted(String text) {
    StringBuilder literal = new StringBuilder("'");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\'' -> literal.append("\\'");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\t' -> literal.append("\\t");
        case '<' ->
            literal.append(text.startsWith("</", i) || text.startsWith("<!", i) ? "\\x3c" : "<");
        default -> literal.append(isSafe(text, i) ? Character.toString(c) : unicode(c));
      }
    }
    return literal.append('\'').toString();
  }

  private static boolean isSafe(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED;
  }

  private static String unicode(char c) {
    String digits = Integer.toHexString(c);
    return "\\u" + "0".repeat(4 - digits.length()) + digits;
  }

  /** Text in a comment of one line, which nothing in it can end. */
  static String comment(String text) {
    String literal = quoted(text);
    return literal.substring(1, literal.length() - 1).replace("\\'", "'");
  }
}
