package com.openshow.loadtest.slo;

/**
 * What the observed value of an objective is held against.
 *
 * @param op how the value must stand to it
 * @param value in {@code unit}
 * @param unit the unit of the observed value, too
 */
public record Bar(Comparison op, double value, String unit) {
  /** Whether a value clears it. */
  public boolean holds(double observed) {
    return op.holds(observed, value);
  }

  /** Such as {@code "43 ms is at most 50 ms"}. */
  public String relation(double observed) {
    return Quantity.format(observed, unit)
        + " is "
        + op.words(holds(observed))
        + " "
        + Quantity.format(value, unit);
  }
}
