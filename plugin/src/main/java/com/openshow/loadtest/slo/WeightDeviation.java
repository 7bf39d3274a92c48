package com.openshow.loadtest.slo;

import java.util.OptionalDouble;

/**
 * By how much the share of a scenario's requests that these are differs from the declared one, in
 * percentage points.
 *
 * @param declaredPercent the declared share, 0 to 100
 */
public record WeightDeviation(double declaredPercent) implements Indicator {
  static final String NAME = "weight";

  public WeightDeviation {
    if (!(declaredPercent >= 0 && declaredPercent <= 100)) {
      throw new IllegalArgumentException(
          "the declared share must be 0 to 100 %, but was " + declaredPercent);
    }
  }

  @Override
  public String kind() {
    return NAME + "(" + LatencyPercentile.plain(declaredPercent) + ")";
  }

  @Override
  public String unit() {
    return "% points";
  }

  @Override
  public OptionalDouble observe(Selection selection) {
    if (selection.siblings() == 0) {
      return OptionalDouble.empty();
    }
    double achieved = 100.0 * selection.samples() / selection.siblings();
    return OptionalDouble.of(Math.abs(achieved - declaredPercent));
  }
}
