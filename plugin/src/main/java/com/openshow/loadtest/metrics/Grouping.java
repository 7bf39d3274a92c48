package com.openshow.loadtest.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which series are judged as one. */
public sealed interface Grouping {
  /** The forms {@link #find} understands. */
  String GRAMMAR =
      "empty to judge each series, \"by ()\" to judge the average of all, or such as \"by (instance,"
          + " pod)\" to judge an average for each of them";

  /** Each series by itself. */
  record Each() implements Grouping {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * The average of those that agree in some labels, at each moment.
   *
   * @param labels their names; with none, all series are one group
   */
  record By(List<String> labels) implements Grouping {
    private static final Pattern FORM = Pattern.compile("by *\\(([^()]*)\\)");

    public By {
      labels = List.copyOf(labels);
      labels.stream()
          .filter(label -> !isLabel(label))
          .findFirst()
          .ifPresent(
              label -> {
                throw new IllegalArgumentException(
                    "by must have names of labels, such as instance, but had \"" + label + "\"");
              });
    }

    @Override
    public String text() {
      return labels.stream().collect(Collectors.joining(", ", "by (", ")"));
    }
  }

  /** As it stands in a plan; empty for each series. */
  String text();

  /** Whether a label can have such a name. */
  static boolean isLabel(String name) {
    return name.matches("[a-zA-Z_][a-zA-Z0-9_]*");
  }

  /** Reads what {@link #text} writes; empty when it is none of {@link #GRAMMAR}. */
  static Optional<Grouping> find(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      return Optional.of(new Each());
    }
    Matcher by = By.FORM.matcher(stripped);
    if (!by.matches()) {
      return Optional.empty();
    }
    List<String> labels =
        by.group(1).isBlank()
            ? List.of()
            : Arrays.stream(by.group(1).split(",", -1)).map(String::strip).toList();
    return labels.stream().allMatch(Grouping::isLabel)
        ? Optional.of(new By(labels))
        : Optional.empty();
  }
}
