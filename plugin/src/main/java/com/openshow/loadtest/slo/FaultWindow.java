package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A window that depends on when a fault was on. */
public sealed interface FaultWindow extends Window {
  /** The forms that are read. */
  String GRAMMAR =
      "\"before fault X\", \"during fault X\", \"after fault X\", \"for 60s after fault X\" or"
          + " \"again within 30s after fault X\"";

  /** The name of the fault. */
  String fault();

  /**
   * From the start of the run until somebody begins to switch the fault on.
   *
   * @param fault its name
   */
  record Before(String fault) implements FaultWindow {
    private static final Pattern FORM = Pattern.compile("before fault (\\S+)");

    public Before {
      requireName(fault);
    }

    @Override
    public String text() {
      return "before fault " + fault;
    }
  }

  /**
   * While the fault is on for certain.
   *
   * @param fault its name
   */
  record During(String fault) implements FaultWindow {
    private static final Pattern FORM = Pattern.compile("during fault (\\S+)");

    public During {
      requireName(fault);
    }

    @Override
    public String text() {
      return "during fault " + fault;
    }
  }

  /**
   * After the fault was switched off.
   *
   * @param fault its name
   * @param time how long after; to the end of the run where empty
   */
  record After(String fault, Optional<Duration> time) implements FaultWindow {
    private static final Pattern FORM = Pattern.compile("(?:for (\\S+) )?after fault (\\S+)");

    public After {
      requireName(fault);
      time.ifPresent(WindowText::requireSecond);
    }

    @Override
    public String text() {
      return time.map(length -> "for " + WindowText.of(length) + " ").orElse("")
          + "after fault "
          + fault;
    }
  }

  /**
   * The objective holds again so soon after the fault was switched off, and goes on to hold.
   *
   * @param fault its name
   * @param time at least a second
   */
  record Recovery(String fault, Duration time) implements FaultWindow {
    private static final Pattern FORM = Pattern.compile("again within (\\S+) after fault (\\S+)");

    public Recovery {
      requireName(fault);
      WindowText.requireSecond(time);
    }

    @Override
    public String text() {
      return "again within " + WindowText.of(time) + " after fault " + fault;
    }
  }

  /**
   * Reads what {@link #text} writes; empty when it is none of {@link #GRAMMAR}.
   *
   * @throws IllegalArgumentException when the time or the name in it cannot be
   */
  static Optional<Window> find(String text) {
    Matcher before = Before.FORM.matcher(text);
    if (before.matches()) {
      return Optional.of(new Before(before.group(1)));
    }
    Matcher during = During.FORM.matcher(text);
    if (during.matches()) {
      return Optional.of(new During(during.group(1)));
    }
    Matcher recovery = Recovery.FORM.matcher(text);
    if (recovery.matches()) {
      return Optional.of(new Recovery(recovery.group(2), WindowText.time(recovery.group(1), text)));
    }
    Matcher after = After.FORM.matcher(text);
    return after.matches()
        ? Optional.of(
            new After(
                after.group(2),
                Optional.ofNullable(after.group(1)).map(time -> WindowText.time(time, text))))
        : Optional.empty();
  }

  private static void requireName(String fault) {
    if (!FaultSwitch.isName(fault)) {
      throw new IllegalArgumentException(
          "a fault's name must be " + FaultSwitch.NAME_RULE + ", but was \"" + fault + "\"");
    }
  }
}
