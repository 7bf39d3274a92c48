package com.openshow.loadtest.metrics.preset;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Of which targets a preset speaks.
 *
 * @param labels values by names of labels, such as {@code instance}, {@code job}, {@code namespace}
 *     or {@code pod}; a value that begins with {@code =~}, {@code !~} or {@code !=} is matched as
 *     PromQL does
 * @param over the time over which rates are taken, in whole seconds; it should hold four scrapes
 */
public record PresetParameters(Map<String, String> labels, Duration over) {
  /** The time over which rates are taken if nothing else is said. */
  public static final Duration USUAL_OVER = Duration.ofMinutes(1);

  /** All targets. */
  public static final PresetParameters NONE = new PresetParameters(Map.of(), USUAL_OVER);

  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern OPERATOR = Pattern.compile("(?s)(=~|!~|!=)(.*)");

  public PresetParameters {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    labels.forEach(PresetParameters::check);
    if (over.toSeconds() < 1 || over.toMillis() % 1000 != 0) {
      throw new IllegalArgumentException(
          "over must be whole seconds, at least one, but was " + over);
    }
  }

  private static void check(String name, String value) {
    if (!LABEL.matcher(name).matches() || name.equals("__name__")) {
      throw new IllegalArgumentException(
          "labels must have names of labels, such as instance, but had \"" + name + "\"");
    }
    if (value.startsWith("=~") || value.startsWith("!~")) {
      try {
        Pattern.compile(value.substring(2));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "the label " + name + " must have a regular expression, but had \"" + value + "\"", e);
      }
    }
  }

  /** Such as <code>instance="db-1:9100",job=~"node.*"</code>; empty where there is none. */
  String matchers() {
    return labels.entrySet().stream()
        .map(label -> matcher(label.getKey(), label.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String matcher(String name, String value) {
    Matcher parts = OPERATOR.matcher(value);
    String operator = parts.matches() ? parts.group(1) : "=";
    String text = parts.matches() ? parts.group(2) : value;
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return name + operator + '"' + escaped + '"';
  }

  String overText() {
    return over.toSeconds() + "s";
  }
}
