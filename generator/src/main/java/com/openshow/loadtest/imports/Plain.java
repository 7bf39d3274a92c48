package com.openshow.loadtest.imports;

import java.util.regex.Pattern;

/** Foreign texts as a scenario file can hold them. */
final class Plain {
  private static final int LONGEST = 200;
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,49})}");

  private Plain() {}

  /** Without line breaks, control characters and expressions of JMeter; possibly empty. */
  static String text(String text) {
    return line(noExpression(text), LONGEST);
  }

  /** One line of at most so many characters. */
  static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || isHalf(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    String plain = line.toString().strip().replaceAll(" {2,}", " ");
    if (plain.length() <= longest) {
      return plain;
    }
    int end = longest - 3;
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  private static boolean isHalf(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  /** {@code 1 request}, {@code 2 requests}. */
  static String requests(int count) {
    return count + (count == 1 ? " request" : " requests");
  }

  /** The text with blanks where JMeter would see an expression. */
  static String noExpression(String text) {
    return text.replace("${", "$ {");
  }

  /** The text with blanks where JMeter would see an expression, or the language a variable. */
  static String noVariable(String text) {
    return VARIABLE.matcher(noExpression(text)).replaceAll("{ $1 }");
  }
}
