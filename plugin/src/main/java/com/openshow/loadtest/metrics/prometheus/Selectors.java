package com.openshow.loadtest.metrics.prometheus;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the selectors of series in an expression of PromQL, such as <code>up{job="api"}</code> in
 * <code>avg(up{job="api"}) by (zone)</code>: not a parser, which only Prometheus is, but enough to
 * know whose series an aggregation swallowed.
 */
final class Selectors {
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "atan2", "bool", "offset", "inf", "nan", "start", "end");

  /** Are followed by a list of labels. */
  private static final Set<String> LABELS_FOLLOW =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  private static final Set<String> GROUPINGS = Set.of("by", "without");

  private final String text;
  private final Set<String> found = new LinkedHashSet<>();
  private int at;

  private Selectors(String text) {
    this.text = text;
  }

  /** The selectors, each once, without ranges and offsets. */
  static Set<String> in(String expression) {
    Selectors selectors = new Selectors(expression);
    while (selectors.at < expression.length()) {
      selectors.next();
    }
    return selectors.found;
  }

  private void next() {
    char first = text.charAt(at);
    if (first == '#') {
      skipLine();
    } else if (first == '"' || first == '\'' || first == '`') {
      skipQuoted();
    } else if (first == '[') {
      skipTo(']');
    } else if (first == '{') {
      int start = at;
      skipTo('}');
      found.add(text.substring(start, at));
    } else if (isNamePart(first) && !Character.isDigit(first)) {
      named();
    } else if (Character.isDigit(first)) {
      // A number, or a duration such as 5m.
      skipName();
    } else {
      at++;
    }
  }

  private void named() {
    int start = at;
    skipName();
    String name = text.substring(start, at);
    String lower = name.toLowerCase(Locale.ROOT);
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '{') {
      skipTo('}');
      found.add(text.substring(start, at));
    } else if (LABELS_FOLLOW.contains(lower)) {
      if (at < text.length() && text.charAt(at) == '(') {
        skipTo(')');
      }
    } else if (!WORDS.contains(lower) && !isFunction()) {
      found.add(name);
    }
  }

  /** Whether the name before this place is one of a function or an aggregation. */
  private boolean isFunction() {
    if (at < text.length() && text.charAt(at) == '(') {
      return true;
    }
    int start = at;
    skipName();
    String next = text.substring(start, at).toLowerCase(Locale.ROOT);
    at = start;
    return GROUPINGS.contains(next);
  }

  private void skipName() {
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == ':' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.charAt(at) == '#') {
        skipLine();
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** Goes beyond a character that is not in quotes. */
  private void skipTo(char end) {
    while (at < text.length() && text.charAt(at) != end) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'' || c == '`') {
        skipQuoted();
      } else if (c == '#') {
        skipLine();
      } else {
        at++;
      }
    }
    at = Math.min(at + 1, text.length());
  }

  private void skipQuoted() {
    char quote = text.charAt(at++);
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
  }
}
