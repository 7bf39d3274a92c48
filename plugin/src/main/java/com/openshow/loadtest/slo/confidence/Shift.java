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
}
