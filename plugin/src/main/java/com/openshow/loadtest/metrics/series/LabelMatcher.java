package com.openshow.loadtest.metrics.series;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.openshow.loadtest.metrics.Series;
import java.util.Optional;

/** What a selector says of one label. */
public final class LabelMatcher {
  /** How. */
  public enum How {
    /** The value is this. */
    EQUAL("="),
    /** The value is not this. */
    NOT_EQUAL("!="),
    /** The expression matches the whole value. */
    MATCHES("=~"),
    /** The expression does not match the whole value. */
    MATCHES_NOT("!~");

    private final String sign;

    How(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }
  }

  private final String name;
  private final How how;
  private final String value;
  private final Optional<Pattern> pattern;

  private LabelMatcher(String name, How how, String value, Optional<Pattern> pattern) {
    this.name = name;
    this.how = how;
    this.value = value;
    this.pattern = pattern;
  }

  /**
   * A matcher.
   *
   * @throws IllegalArgumentException when the value should be a regular expression of RE2, and is
   *     none
   */
  public static LabelMatcher of(String name, How how, String value) {
    try {
      return new LabelMatcher(
          name,
          how,
          value,
          how == How.MATCHES || how == How.MATCHES_NOT
              ? Optional.of(Pattern.compile(value))
              : Optional.empty());
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is no regular expression (RE2): " + e.getDescription(), e);
    }
  }

  /** Selects by the metric's name. */
  public static LabelMatcher metric(String name) {
    return of(Series.NAME, How.EQUAL, name);
  }

  /** Whose label it is about. */
  public String name() {
    return name;
  }

  /** How the label is looked at. */
  public How how() {
    return how;
  }

  /** What the label is held against. */
  public String value() {
    return value;
  }

  /** Whether it holds for such labels. */
  public boolean matches(Labels labels) {
    return matches(labels.get(name));
  }

  /** Whether it holds for such a value, which is empty where there is no such label. */
  public boolean matches(String actual) {
    boolean same = pattern.map(p -> p.matches(actual)).orElseGet(() -> actual.equals(value));
    return same == (how == How.EQUAL || how == How.MATCHES);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return name + how.sign + '"' + value + '"';
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMatcher matcher && toString().equals(matcher.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
