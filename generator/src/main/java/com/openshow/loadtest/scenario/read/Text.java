package com.openshow.loadtest.scenario.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Texts of messages. */
public final class Text {
  private static final int LONGEST = 60;
  private static final int CLOSE = 3;

  private Text() {}

  /** Without control characters, which could write over the terminal, and not too long. */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST ? safe + "..." : safe.toString();
  }

  /** The {@link #printable} text in quotes. */
  public static String quoted(String text) {
    return '"' + printable(text) + '"';
  }

  /** {@code "; did you mean "weight"?"}, or nothing where nothing is close. */
  public static String didYouMean(String text, Collection<String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(CLOSE);
    String lower = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    Optional<String> closest =
        known.stream()
            .filter(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)) >= 0)
            .min(
                Comparator.comparing(name -> distance.apply(lower, name.toLowerCase(Locale.ROOT))));
    return closest.map(name -> "; did you mean " + quoted(name) + "?").orElse("");
  }
}
