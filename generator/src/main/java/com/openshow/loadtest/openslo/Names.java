package com.openshow.loadtest.openslo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of documents, which must be DNS labels and differ. */
final class Names {
  private static final int MAX = 63;

  private final Set<String> taken = new HashSet<>();

  /** The name for a text; with a number behind it where it is taken. */
  String of(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "unnamed" : plain;
    String name = cut(base, MAX);
    for (int number = 2; !taken.add(name); number++) {
      String suffix = "-" + number;
      name = cut(base, MAX - suffix.length()) + suffix;
    }
    return name;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length())).replaceAll("-$", "");
  }
}
