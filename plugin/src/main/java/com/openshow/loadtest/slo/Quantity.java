package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import java.math.BigDecimal;
import java.math.MathContext;

/** Values with their units, for people; the same in every locale. */
public final class Quantity {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Quantity() {}

  /**
   * Such as {@code "50 ms"} or {@code "0.01 %"}: whole, or to four significant digits; also {@code
   * "NaN %"} and {@code "Infinity %"}, which a backend's metric may be.
   *
   * @param unit empty where there is none
   */
  public static String format(double value, String unit) {
    if (!Double.isFinite(value)) {
      return (value + " " + unit).stripTrailing();
    }
    BigDecimal exact = new BigDecimal(Double.toString(value));
    BigDecimal shown = Math.abs(value) >= 10_000 ? exact : exact.round(FOUR_DIGITS);
    return (plain(shown) + " " + unit).stripTrailing();
  }

  /** Such as {@code "46 to 53 ms"}, {@code "46 ms or more"} or {@code "up to 53 ms"}. */
  public static String format(Interval interval, String unit) {
    String low = format(interval.low(), "");
    if (Double.isInfinite(interval.high())) {
      return low + " " + unit + " or more";
    }
    String high = format(interval.high(), unit);
    return interval.low() <= 0 ? "up to " + high : low + " to " + high;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
