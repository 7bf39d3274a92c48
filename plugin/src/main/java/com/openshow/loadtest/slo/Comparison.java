package com.openshow.loadtest.slo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an observed value must stand to its target; the names are OpenSLO's. */
public enum Comparison {
  /** At most. */
  LTE("<=", "at most", "more than") {
    @Override
    public boolean holds(double value, double target) {
      return value <= target;
    }
  },
  /** Less than. */
  LT("<", "less than", "not less than") {
    @Override
    public boolean holds(double value, double target) {
      return value < target;
    }
  },
  /** At least. */
  GTE(">=", "at least", "less than") {
    @Override
    public boolean holds(double value, double target) {
      return value >= target;
    }
  },
  /** More than. */
  GT(">", "more than", "not more than") {
    @Override
    public boolean holds(double value, double target) {
      return value > target;
    }
  };

  private final String sign;
  private final String held;
  private final String breached;

  Comparison(String sign, String held, String breached) {
    this.sign = sign;
    this.held = held;
    this.breached = breached;
  }

  /** Whether a value keeps to the target. */
  public abstract boolean holds(double value, double target);

  /** Whether the target is the least value with which an objective holds, and not the greatest. */
  public boolean isMinimum() {
    return this == GTE || this == GT;
  }

  /** The sign, such as {@code <=}. */
  public String sign() {
    return sign;
  }

  /** The name in scenario files, such as {@code lte}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a value is that holds, or does not: such as "at most", "more than". */
  String words(boolean holds) {
    return holds ? held : breached;
  }

  /** The comparison with this sign or name; empty when there is none. */
  public static Optional<Comparison> of(String text) {
    return Arrays.stream(values())
        .filter(op -> op.sign.equals(text) || op.label().equals(text))
        .findFirst();
  }

  /** Every {@link #label}. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Comparison::label).toList();
  }
}
