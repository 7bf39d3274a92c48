package com.openshow.loadtest.filler;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Text that looks like a name, a street, a product and so on, and may come again.
 *
 * @param expression one of Datafaker's methods, such as {@code Name.fullName} or {@code
 *     number.numberBetween '1','10'}, or a text with several: {@code #{Address.zipCode}
 *     #{Address.city}}
 * @param locale whose names they are, as a language tag such as {@code de} or {@code pt-BR}
 * @param maxLength how many characters it may have, 1 to 10,000; the rest is cut off
 */
public record Filler(String expression, String locale, int maxLength) {
  /** The locale, if nothing else is said. */
  public static final String DEFAULT_LOCALE = "en";

  /** The length, if nothing else is said. */
  public static final int DEFAULT_LENGTH = 255;

  /** How long a text may be at most. */
  public static final int LONGEST = 10_000;

  private static final int LONGEST_EXPRESSION = 1_000;
  private static final String DIRECTIVE = "#{";

  // Datafaker makes them at gmail.com and others, where they may be somebody's.
  private static final Pattern STRANGERS =
      Pattern.compile("(?i).*\\binternet\\.(email_?address|webmail).*", Pattern.DOTALL);

  /**
   * Checks what can be checked without Datafaker.
   *
   * @throws FillerException with every problem
   */
  public Filler {
    List<String> problems = new ArrayList<>();
    if (expression.isBlank() || expression.length() > LONGEST_EXPRESSION) {
      problems.add(
          "filler must be one of Datafaker's methods, such as Name.fullName, of at most "
              + LONGEST_EXPRESSION
              + " characters, but was \""
              + expression
              + "\"");
    }
    if (STRANGERS.matcher(expression).matches()) {
      problems.add(
          "\""
              + expression
              + "\" makes addresses that may be somebody's, who would get the mail; take"
              + " Internet.safeEmailAddress, or unique data of the type email");
    }
    if (!isLanguageTag(locale)) {
      problems.add("locale must be a language tag such as de or pt-BR, but was \"" + locale + "\"");
    }
    if (!(maxLength >= 1 && maxLength <= LONGEST)) {
      problems.add("max_length must be 1 to " + LONGEST + ", but was " + maxLength);
    }
    if (!problems.isEmpty()) {
      throw new FillerException(problems);
    }
  }

  private static boolean isLanguageTag(String text) {
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /**
   * Filler as texts say it; an empty one is as good as none.
   *
   * @throws FillerException with every problem
   */
  public static Filler of(String expression, String locale, String maxLength) {
    int length = DEFAULT_LENGTH;
    if (!maxLength.isBlank()) {
      try {
        length = Integer.parseInt(maxLength.strip());
      } catch (NumberFormatException e) {
        throw new FillerException(
            "max_length must be a whole number, but was \"" + maxLength + "\"");
      }
    }
    return new Filler(
        expression.strip(), locale.isBlank() ? DEFAULT_LOCALE : locale.strip(), length);
  }

  /**
   * Makes a text, the same for the same numbers.
   *
   * @throws FillerException when Datafaker is not there, or knows no such method or locale
   */
  public String text(Random random) {
    String whole;
    try {
      whole = Fakers.evaluate(locale, directives(), random);
    } catch (NoClassDefFoundError e) {
      throw new FillerException(
          "filler needs Datafaker: put the jars of net.datafaker:datafaker and"
              + " com.googlecode.libphonenumber:libphonenumber into JMeter's lib folder (missing: "
              + e.getMessage()
              + ")");
    }
    return cut(whole);
  }

  private String directives() {
    return expression.contains(DIRECTIVE) ? expression : DIRECTIVE + expression + "}";
  }

  private String cut(String text) {
    if (text.length() <= maxLength) {
      return text;
    }
    // Not in the middle of a character of two.
    int end = Character.isHighSurrogate(text.charAt(maxLength - 1)) ? maxLength - 1 : maxLength;
    return text.substring(0, end).stripTrailing();
  }

  /** The locale for Java. */
  static Locale locale(String tag) {
    return Locale.forLanguageTag(tag);
  }
}
