package com.openshow.loadtest.slo.confidence;

/**
 * By how much a figure differs from a multiple of another one that was measured independently, such
 * as a p95 from 1.1 times that of the run before.
 *
 * <p>The interval is recovered from those of the two figures, so it needs no shape of their
 * distributions either (G. Zou, A. Donner, "Construction of confidence limits about effect
 * measures: a general approach", Statistics in Medicine 27 (2008): MOVER).
 */
public final class Shift {
  private Shift() {}

  /**
   * The interval of {@code figure - factor * baseline}.
   *
   * @param figure the figure
   * @param around its interval
   * @param factor at least 0
   * @param baseline the other figure
   * @param baselineAround its interval
   */
  public static Interval of(
      double figure, Interval around, double factor, double baseline, Interval baselineAround) {
    if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("factor must be at least 0, but was " + factor);
    }
    double shift = figure - factor * baseline;
    return new Interval(
        shift - Math.hypot(figure - around.low(), factor * (baselineAround.high() - baseline)),
        shift + Math.hypot(around.high() - figure, factor * (baseline - baselineAround.low())));
  }

  /**
   * The interval of {@code figure / baseline}: those factors with which {@link #of} holds nothing
   * (A. Donner, G. Zou, "Closed-form confidence intervals for functions of the normal mean and
   * standard deviation", Statistical Methods in Medical Research 21 (2012)).
   *
   * @param figure at least 0
   * @param around its interval, of values of at least 0
   * @param baseline more than 0
   * @param baselineAround its interval, likewise
   */
  public static Interval ratio(
      double figure, Interval around, double baseline, Interval baselineAround) {
    if (!(figure >= 0 && baseline > 0 && around.low() >= 0 && baselineAround.low() >= 0)) {
      throw new IllegalArgumentException(
          "expected figures of at least 0 and a baseline above, but had "
              + figure
              + " and "
              + baseline);
    }
    return new Interval(
        lowest(figure, figure - around.low(), baseline, baselineAround.high() - baseline),
        highest(figure, around.high() - figure, baseline, baseline - baselineAround.low()));
  }

  // Both are roots of f^2 (baseline^2 - arm^2) - 2 f figure baseline + figure^2 - own^2.
  private static double lowest(double figure, double own, double baseline, double arm) {
    if (Double.isInfinite(arm) || figure == own) {
      return 0;
    }
    return (figure * figure - own * own)
        / (figure * baseline + Math.sqrt(discriminant(figure, own, baseline, arm)));
  }

  private static double highest(double figure, double own, double baseline, double arm) {
    if (Double.isInfinite(own) || arm >= baseline) {
      return Double.POSITIVE_INFINITY;
    }
    return (figure * baseline + Math.sqrt(discriminant(figure, own, baseline, arm)))
        / (baseline * baseline - arm * arm);
  }

  private static double discriminant(double figure, double own, double baseline, double arm) {
    double square = figure * figure * arm * arm + own * own * (baseline * baseline - arm * arm);
    // Never negative, but for the last bits.
    return Math.max(0, square);
  }
}
