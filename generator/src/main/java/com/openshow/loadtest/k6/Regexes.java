package com.openshow.loadtest.k6;

import java.util.Optional;
import java.util.regex.Pattern;

/** Regular expressions as JavaScript knows them. */
final class Regexes {
  /** Anchors, quotes and classes of Java and Perl, which JavaScript takes for letters. */
  private static final Pattern FOREIGN_ESCAPE = Pattern.compile("\\\\[QEAZzGpPXRhHkea]");

  /** Groups with flags or names, classes of POSIX and in classes, possessive quantifiers. */
  private static final Pattern FOREIGN =
      Pattern.compile("\\(\\?(?![:=!])|\\[[^\\]]*\\[|&&|[*+?}]\\+");

  private Regexes() {}

  /** The pattern with its flags; empty when JavaScript would read it in another way. */
  static Optional<Js> of(String pattern) {
    boolean ignoresCase = pattern.startsWith("(?i)");
    String rest = ignoresCase ? pattern.substring(4) : pattern;
    // An escaped backslash says nothing of the letter behind it.
    String escapes = rest.replace("\\\\", "");
    if (FOREIGN_ESCAPE.matcher(escapes).find()
        || FOREIGN.matcher(escapes.replaceAll("\\\\.", "")).find()) {
      return Optional.empty();
    }
    Members regex = new Members().with("pattern", rest);
    return Optional.of((ignoresCase ? regex.with("flags", "i") : regex).build());
  }
}
