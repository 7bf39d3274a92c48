package com.openshow.loadtest.slo;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Over which time an objective is held. */
public sealed interface Window
    permits Window.WholeRun, Window.Stage, Window.Sustained, Window.Slices, FaultWindow {
  /** The forms {@link #parse} understands. */
  String GRAMMAR =
      "empty for the whole run, or such as \"stage peak: 60s to 120s\", \"for 30s\", \"95% of 15s"
          + " slices\", "
          + FaultWindow.GRAMMAR;

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
      return "stage " + name + ": " + WindowText.of(from) + " to " + WindowText.of(to);
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
      WindowText.requireSecond(time);
    }

    @Override
    public String text() {
      return "for " + WindowText.of(time);
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
      WindowText.requireSecond(length);
      if (!(targetPercent > 0 && targetPercent <= 100)) {
        throw new IllegalArgumentException(
            "the share of slices must be more than 0 and at most 100 %, but was " + targetPercent);
      }
    }

    @Override
    public String text() {
      return LatencyPercentile.plain(targetPercent) + "% of " + WindowText.of(length) + " slices";
    }
  }

  /**
   * Whether it is judged by steps of the time, so that what is observed is no longer in the
   * indicator's unit.
   */
  default boolean isCounted() {
    return this instanceof Sustained
        || this instanceof Slices
        || this instanceof FaultWindow.Recovery;
  }

  /** The text as a part of a sentence: {@code "in stage peak: 60s to 120s"}, {@code "for 30s"}. */
  default String phrase() {
    return this instanceof Stage || this instanceof Slices ? "in " + text() : text();
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
      return new Stage(
          stage.group(1),
          WindowText.time(stage.group(2), text),
          WindowText.time(stage.group(3), text));
    }
    Matcher sustained = Sustained.FORM.matcher(text);
    if (sustained.matches()) {
      return new Sustained(WindowText.time(sustained.group(1), text));
    }
    Matcher slices = Slices.FORM.matcher(text);
    if (slices.matches()) {
      return new Slices(
          WindowText.time(slices.group(2), text), WindowText.number(slices.group(1), text));
    }
    return FaultWindow.find(text).orElseThrow(() -> WindowText.refused(text));
  }
}
