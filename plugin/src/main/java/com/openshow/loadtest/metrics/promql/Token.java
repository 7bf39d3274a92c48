package com.openshow.loadtest.metrics.promql;

import java.util.Locale;

/**
 * A word of an expression.
 *
 * @param text as it is written; of a string, what it means
 * @param position in the whole, from 0
 */
record Token(Kind kind, String text, int position) {
  /** What kinds of words there are. */
  enum Kind {
    /** Such as 0.5, 0x1f, 1e3. */
    NUMBER,
    /** Such as 1h30m. */
    DURATION,
    /** In quotes. */
    STRING,
    /** A name or a keyword. */
    NAME,
    /** An operator, a bracket or a comma. */
    SIGN,
    /** There are no more. */
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** Keywords may be written in capitals. */
  boolean isKeyword(String word) {
    return kind == Kind.NAME && text.equalsIgnoreCase(word);
  }

  String lowerCase() {
    return text.toLowerCase(Locale.ROOT);
  }
}
