package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault of the system under test was switched on or off. It stands among the samples, so that
 * whoever has them knows when the fault was on; it is no request, and nothing counts it.
 *
 * @param fault its name
 * @param on whether it was switched on
 * @param from when that began
 * @param to when that was done, not before {@code from}
 * @param succeeded whether it could be done
 */
public record FaultSwitch(String fault, boolean on, Instant from, Instant to, boolean succeeded)
    implements Comparable<FaultSwitch> {
  /** Samples whose label starts with this are never counted. */
  public static final String PREFIX = "fault: ";

  /** What a fault may be called, for messages. */
  public static final String NAME_RULE =
      "1 to 100 letters, digits, '_', '-' or '.', beginning with a letter or digit";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
  private static final Pattern LABEL = Pattern.compile(PREFIX + "(" + NAME + ") (on|off)");
  private static final Comparator<FaultSwitch> ORDER =
      Comparator.comparing(FaultSwitch::from)
          .thenComparing(FaultSwitch::to)
          .thenComparing(FaultSwitch::fault)
          .thenComparing(FaultSwitch::on)
          .thenComparing(FaultSwitch::succeeded);

  public FaultSwitch {
    if (!isName(fault)) {
      throw new IllegalArgumentException(
          "a fault's name must be " + NAME_RULE + ", but was \"" + fault + "\"");
    }
    Objects.requireNonNull(from, "from");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a switch must end after it begins, but was from " + from + " to " + to);
    }
  }

  /** Whether a fault may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The label of its sample: {@code "fault: replica-down on"}. */
  public static String label(String fault, boolean on) {
    return PREFIX + fault + (on ? " on" : " off");
  }

  /** The switch that a sample tells of; empty when its label is none of {@link #label}. */
  static Optional<FaultSwitch> of(Sample sample) {
    Matcher label = LABEL.matcher(sample.label());
    return label.matches()
        ? Optional.of(
            new FaultSwitch(
                label.group(1),
                label.group(2).equals("on"),
                Instant.ofEpochMilli(sample.startMillis()),
                Instant.ofEpochMilli(sample.endMillis()),
                !sample.failed()))
        : Optional.empty();
  }

  /** By time. */
  @Override
  public int compareTo(FaultSwitch other) {
    return ORDER.compare(this, other);
  }
}
