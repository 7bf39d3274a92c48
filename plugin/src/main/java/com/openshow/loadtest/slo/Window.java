package com.openshow.loadtest.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Over which time an objective is held. */
public sealed interface Window {
  /** The forms {@link #parse} understands. */
  String GRAMMAR =
      "empty for the whole run, or such as \"stage peak: 60s to 120s\", \"for 30s\" or \"95% of 15s"
          + " slices\"";

  /** The whole run after the warm-up. */
  record WholeRun() implements Window {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * A part of the load, counted from the first request of the scenario.
   *
   * @param name for people
   * @param from its start, in whole seconds
   * @param to its end, after {@code from}
   */
  record Stage(String name, Duration from, Duration to) implements Window {
    private static final Pattern FORM = Pattern.compile("stage ([^:]*): (\\S+) to (\\S+)");

    public Stage {
      Objects.requireNonNull(name, "name");
      if (from.isNegative() || to.compareTo(from) <= 0) {
        throw new IllegalArgumentException(
            "a stage must end after it begins, but was from " + from + " to " + to);
      }
    }

    @Override
    public String text() {
      return "stage " + name + ": " + seconds(from) + " to " + seconds(to);
    }
  }

  /**
   * The objective is breached only if it is missed so long without a break.
   *
   * @param time at least a second
   */
  record Sustained(Duration time) implements Window {
    private static final Pattern FORM = Pattern.compile("for (\\S+)");

    public Sustained {
      requireSecond(time);
    }

    @Override
    public String text() {
      return "for " + seconds(time);
    }
  }

  /**
   * The objective holds in so many of the slices of time, as OpenSLO's time slices.
   *
   * @param length of each, at least a second
   * @param targetPercent how many of them, more than 0 and at most 100
   */
  record Slices(Duration length, double targetPercent) implements Window {
    private static final Pattern FORM = Pattern.compile("([\\d.]+) ?% of (\\S+) slices");

    public Slices {
      requireSecond(length);
      if (!(targetPercent > 0 && targetPercent <= 100)) {
        throw new IllegalArgumentException(
            "the share of slices must be more than 0 and at most 100 %, but was " + targetPercent);
      }
    }

    @Override
    public String text() {
      return LatencyPercentile.plain(targetPercent) + "% of " + seconds(length) + " slices";
    }
  }

  /** As it stands in a plan; empty for the whole run. */
  String text();

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException when it is none of {@link #GRAMMAR}
   */
  static Window parse(String text) {
    if (text.isEmpty()) {
      return new WholeRun();
    }
    Matcher stage = Stage.FORM.matcher(text);
    if (stage.matches()) {
      return new Stage(stage.group(1), time(stage.group(2), text), time(stage.group(3), text));
    }
    Matcher sustained = Sustained.FORM.matcher(text);
    if (sustained.matches()) {
      return new Sustained(time(sustained.group(1), text));
    }
    Matcher slices = Slices.FORM.matcher(text);
    if (slices.matches()) {
      return new Slices(time(slices.group(2), text), number(slices.group(1), text));
    }
    throw refused(text);
  }

  private static Duration time(String seconds, String text) {
    if (!seconds.endsWith("s")) {
      throw refused(text);
    }
    double number = number(seconds.substring(0, seconds.length() - 1), text);
    if (!(number <= 1e9)) {
      throw refused(text);
    }
    return Duration.ofMillis(Math.round(number * 1000));
  }

  private static double number(String number, String text) {
    return Optional.of(number)
        .filter(digits -> digits.matches("\\d{1,9}(?:\\.\\d{1,9})?"))
        .map(Double::parseDouble)
        .orElseThrow(() -> refused(text));
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException("window must be " + GRAMMAR + ", but was \"" + text + "\"");
  }

  private static void requireSecond(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a window must be at least 1 s, but was " + time);
    }
  }

  private static String seconds(Duration time) {
    return new BigDecimal(time.toMillis()).movePointLeft(3).stripTrailingZeros().toPlainString()
        + "s";
  }
}
