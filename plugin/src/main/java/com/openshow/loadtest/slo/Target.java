package com.openshow.loadtest.slo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an observed value must stand to. */
public sealed interface Target {
  /** The forms {@link #find} understands. */
  String GRAMMAR =
      "a number of at least 0, or such as \"baseline + 10 %\"; for error_rate also \"baseline + 0.5"
          + " points\"";

  /**
   * A value that is known beforehand.
   *
   * @param value at least 0, in the indicator's unit
   */
  record Fixed(double value) implements Target {
    public Fixed {
      if (!(value >= 0 && value <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "target must be a number of at least 0, but was " + value);
      }
    }

    @Override
    public String text() {
      return LatencyPercentile.plain(value);
    }

    @Override
    public String describe(String unit) {
      return Quantity.format(value, unit);
    }
  }

  /**
   * What an earlier run measured, and so much more or less.
   *
   * @param percent how many percent more than that; less where negative, more than -100
   * @param points so much is added besides, in the indicator's unit, at least 0
   */
  record OfBaseline(double percent, double points) implements Target {
    private static final String NUMBER = "\\d{1,9}(?:\\.\\d{1,9})?";
    private static final Pattern FORM =
        Pattern.compile(
            "baseline(?: *(\\+ *"
                + NUMBER
                + "|- *\\d{1,2}(?:\\.\\d{1,9})?) *%)?(?: *\\+ *("
                + NUMBER
                + ") *points?)?");

    public OfBaseline {
      if (!(percent > -100 && percent <= 1e9 && points >= 0 && points <= 1e9)) {
        throw new IllegalArgumentException(
            "expected more than -100 % and points of at least 0, but had "
                + percent
                + " and "
                + points);
      }
    }

    private static Target read(Matcher form) {
      return new OfBaseline(number(form.group(1)), number(form.group(2)));
    }

    private static double number(@Nullable String text) {
      return text == null ? 0 : Double.parseDouble(text.replace(" ", ""));
    }

    /** What the baseline is multiplied with. */
    double factor() {
      return 1 + percent / 100;
    }

    /** The value that a baseline makes of it. */
    double of(double baseline) {
      return factor() * baseline + points;
    }

    @Override
    public String text() {
      return of("baseline");
    }

    /** The text with something else for the word baseline. */
    String of(String baseline) {
      String sign = percent < 0 ? " - " : " + ";
      return baseline
          + (percent == 0 ? "" : sign + LatencyPercentile.plain(Math.abs(percent)) + " %")
          + (points == 0 ? "" : " + " + LatencyPercentile.plain(points) + " points");
    }

    @Override
    public String describe(String unit) {
      return text();
    }
  }

  /** As it stands in a plan and in a scenario file. */
  String text();

  /**
   * For a person.
   *
   * @param unit the indicator's
   */
  String describe(String unit);

  /** Reads what {@link #text} writes; empty when it is none of {@link #GRAMMAR}. */
  static Optional<Target> find(String text) {
    Matcher relative = OfBaseline.FORM.matcher(text);
    if (relative.matches()) {
      return Optional.of(OfBaseline.read(relative));
    }
    try {
      return Optional.of(Double.parseDouble(text))
          .filter(value -> value >= 0 && value <= Double.MAX_VALUE)
          .map(Fixed::new);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException when it is none of {@link #GRAMMAR}
   */
  static Target parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "target must be " + GRAMMAR + ", but was \"" + text + "\""));
  }
}
