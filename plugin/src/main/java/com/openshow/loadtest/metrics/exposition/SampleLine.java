package com.openshow.loadtest.metrics.exposition;

import com.openshow.loadtest.metrics.Series;
import com.openshow.loadtest.metrics.series.Labels;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One line.
 *
 * <pre>
 * sample   = name [labels] value [time] [exemplar]
 * labels   = "{" [label *("," label) [","]] "}"
 * label    = name "=" '"' text '"'      in the text, \\ \" and \n are escaped
 * exemplar = "#" labels value [time]    in OpenMetrics alone
 * </pre>
 */
final class SampleLine {
  /** In what the formats differ. */
  enum Dialect {
    /** Times are whole milliseconds. */
    PROMETHEUS,
    /** Times are seconds with a fraction; there may be exemplars. */
    OPEN_METRICS
  }

  private final String text;
  private final int start;
  private final int end;
  private final int number;
  private int position;

  SampleLine(String text, int start, int end, int number) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.number = number;
    this.position = start;
  }

  boolean is(String whole) {
    return end - start == whole.length() && text.startsWith(whole, start);
  }

  boolean isAtEnd() {
    return position == end;
  }

  boolean isAt(char c) {
    return position < end && text.charAt(position) == c;
  }

  void skipBlanks() {
    while (isAt(' ') || isAt('\t')) {
      position++;
    }
  }

  MalformedExpositionException problem(String what) {
    return new MalformedExpositionException(
        number, "column " + (position - start + 1) + ": " + what);
  }

  private MalformedExpositionException expected(String what) {
    int shown = Math.min(end, position + 30);
    String found =
        isAtEnd()
            ? "the line ends"
            : "found \"" + text.substring(position, shown) + (shown < end ? "..." : "") + '"';
    return problem("expected " + what + ", but " + found);
  }

  ExposedSample sample(Dialect dialect) throws MalformedExpositionException {
    Map<String, String> labels = new HashMap<>();
    labels.put(Series.NAME, name("the name of a metric", true));
    skipBlanks();
    labels(labels);
    double value = Numbers.value(word("a value"), this);
    OptionalLong millis = OptionalLong.empty();
    skipBlanks();
    if (!isAtEnd() && !isAt('#')) {
      millis = OptionalLong.of(time(dialect));
      skipBlanks();
    }
    if (dialect == Dialect.OPEN_METRICS && isAt('#')) {
      exemplar();
    }
    if (!isAtEnd()) {
      throw expected("the end of the line");
    }
    return new ExposedSample(Labels.of(labels), value, millis);
  }

  private long time(Dialect dialect) throws MalformedExpositionException {
    String word = word("a time");
    return dialect == Dialect.PROMETHEUS
        ? Numbers.millis(word, this)
        : Numbers.secondsAsMillis(word, this);
  }

  private void exemplar() throws MalformedExpositionException {
    position++;
    skipBlanks();
    if (!isAt('{')) {
      throw expected("the labels of an exemplar");
    }
    labels(new HashMap<>());
    Numbers.value(word("the value of an exemplar"), this);
    skipBlanks();
    if (!isAtEnd()) {
      time(Dialect.OPEN_METRICS);
      skipBlanks();
    }
  }

  /** Reads labels, if there are any. */
  private void labels(Map<String, String> into) throws MalformedExpositionException {
    if (!isAt('{')) {
      return;
    }
    position++;
    skipBlanks();
    while (!isAt('}')) {
      label(into);
      skipBlanks();
      if (isAt(',')) {
        position++;
        skipBlanks();
      } else if (!isAt('}')) {
        throw expected(", or }");
      }
    }
    position++;
  }

  private void label(Map<String, String> into) throws MalformedExpositionException {
    String name = name("the name of a label", false);
    skipBlanks();
    expect('=');
    skipBlanks();
    expect('"');
    String value = quoted();
    if (into.put(name, value) != null) {
      throw problem("the label " + name + " stands there twice");
    }
  }

  private void expect(char c) throws MalformedExpositionException {
    if (!isAt(c)) {
      throw expected(String.valueOf(c));
    }
    position++;
  }

  private String quoted() throws MalformedExpositionException {
    int from = position;
    boolean escaped = false;
    while (!isAt('"')) {
      if (isAt('\\')) {
        escaped = true;
        position++;
      }
      if (isAtEnd()) {
        throw expected("\" at the end of a label's value");
      }
      position++;
    }
    String raw = text.substring(from, position);
    position++;
    return escaped ? unescaped(raw) : raw;
  }

  /** A backslash before anything else is one itself, as for Prometheus. */
  private static String unescaped(String raw) {
    StringBuilder plain = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      char next = c == '\\' && i + 1 < raw.length() ? raw.charAt(i + 1) : 0;
      if (next == '\\' || next == '"') {
        plain.append(next);
        i++;
      } else if (next == 'n') {
        plain.append('\n');
        i++;
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private String name(String what, boolean colons) throws MalformedExpositionException {
    int from = position;
    while (position < end && isPart(text.charAt(position), colons, position > from)) {
      position++;
    }
    if (position == from) {
      throw expected(what);
    }
    return text.substring(from, position);
  }

  private static boolean isPart(char c, boolean colons, boolean digits) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (colons && c == ':')
        || (digits && c >= '0' && c <= '9');
  }

  /** The characters to the next blank; at least one. */
  private String word(String what) throws MalformedExpositionException {
    skipBlanks();
    int from = position;
    while (position < end && text.charAt(position) != ' ' && text.charAt(position) != '\t') {
      position++;
    }
    if (position == from) {
      throw expected(what);
    }
    return text.substring(from, position);
  }
}
