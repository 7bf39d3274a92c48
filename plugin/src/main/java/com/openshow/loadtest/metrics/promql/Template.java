package com.openshow.loadtest.metrics.promql;

import com.google.re2j.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the groups of a match in it, as Go fills it: {@code $1}, {@code $name}, {@code
 * ${name}}, {@code $$} for a dollar. The longest name counts, so {@code $1x} is the group 1x; what
 * is no group is empty.
 */
final class Template {
  private static final Pattern PLACE =
      Pattern.compile("\\$(?:\\$|(\\w+)|\\{(\\w+)\\})", Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template of(String text) {
    return new Template(text);
  }

  String fill(Matcher match) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String name = place.group(1) != null ? place.group(1) : place.group(2);
              String value = name == null ? "$" : group(match, name);
              return java.util.regex.Matcher.quoteReplacement(value);
            });
  }

  private static String group(Matcher match, String name) {
    try {
      String value =
          name.chars().allMatch(c -> c >= '0' && c <= '9')
              ? match.group(Integer.parseInt(name))
              : match.group(name);
      return value == null ? "" : value;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return "";
    }
  }
}
