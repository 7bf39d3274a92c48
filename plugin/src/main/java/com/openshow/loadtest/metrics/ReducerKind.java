package com.openshow.loadtest.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures that can be made of a series: the one table that drives the parser, the validator,
 * the documents and the messages.
 */
public enum ReducerKind {
  /** The mean. */
  AVERAGE("avg", "the mean of the points") {
    @Override
    Optional<Reducer> read(String text) {
      return named(text, new Reducer.Average());
    }
  },
  /** The maximum. */
  MAXIMUM("max", "the greatest point") {
    @Override
    Optional<Reducer> read(String text) {
      return named(text, new Reducer.Maximum());
    }
  },
  /** The minimum. */
  MINIMUM("min", "the least point") {
    @Override
    Optional<Reducer> read(String text) {
      return named(text, new Reducer.Minimum());
    }
  },
  /** A percentile. */
  PERCENTILE(
      "p<percentile>",
      "the smallest point that at least so many percent of the points do not exceed, such as p95") {
    @Override
    Optional<Reducer> read(String text) {
      Matcher number = NUMBER.matcher(text);
      double percentile = number.matches() ? Double.parseDouble(number.group(1)) : 0;
      return percentile > 0 ? Optional.of(new Reducer.Percentile(percentile)) : Optional.empty();
    }
  },
  /** The latest. */
  LAST("last", "the latest point") {
    @Override
    Optional<Reducer> read(String text) {
      return named(text, new Reducer.Last());
    }
  },
  /** A counter's rate. */
  RATE(
      "rate",
      "of a counter: by how much it rises in a second, from the first point to the last; a fall is"
          + " a restart from 0") {
    @Override
    Optional<Reducer> read(String text) {
      return named(text, new Reducer.Rate());
    }
  },
  /** How long the target was missed. */
  SUSTAINED(
      "sustained <time>",
      "it is breached only if the points miss the target so long without a break, such as sustained"
          + " 30s") {
    @Override
    Optional<Reducer> read(String text) {
      Matcher time = TIME.matcher(text);
      if (!time.matches()) {
        return Optional.empty();
      }
      long millis = Math.round(Double.parseDouble(time.group(1)) * unit(time.group(2)).toMillis());
      return millis >= 1000
          ? Optional.of(new Reducer.Sustained(Duration.ofMillis(millis)))
          : Optional.empty();
    }
  };

  private static final Pattern NUMBER = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,9})?)");
  private static final Pattern TIME =
      Pattern.compile("sustained +(\\d{1,9}(?:\\.\\d{1,3})?) ?(ms|s|m|h)");

  private final String label;
  private final String meaning;

  ReducerKind(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** How it is written: {@code avg}, or {@code p<percentile>}. */
  public String label() {
    return label;
  }

  /** What it is, in a few words. */
  public String meaning() {
    return meaning;
  }

  abstract Optional<Reducer> read(String text);

  Optional<Reducer> named(String text, Reducer reducer) {
    return text.equals(label) ? Optional.of(reducer) : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      default -> Duration.ofHours(1);
    };
  }

  static Optional<Reducer> find(String text) {
    String stripped = text.strip();
    return Arrays.stream(values()).flatMap(kind -> kind.read(stripped).stream()).findFirst();
  }

  /** The forms that {@link Reducer#parse} understands, for messages and documents. */
  public static String grammar() {
    return "one of " + String.join(", ", labels()) + ", such as p95 or sustained 30s";
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(ReducerKind::label).toList();
  }
}
