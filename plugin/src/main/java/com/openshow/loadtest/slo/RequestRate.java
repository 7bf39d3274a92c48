package com.openshow.loadtest.slo;

import java.util.OptionalDouble;

/** Requests per second over the time that is judged, failed ones included. */
public record RequestRate() implements Indicator {
  static final String NAME = "rps";

  @Override
  public String kind() {
    return NAME;
  }

  @Override
  public String unit() {
    return "/s";
  }

  @Override
  public Comparison usual() {
    return Comparison.GTE;
  }

  @Override
  public OptionalDouble observe(Selection selection) {
    double rate = selection.perSecond((double) selection.samples());
    return selection.samples() == 0 || Double.isNaN(rate)
        ? OptionalDouble.empty()
        : OptionalDouble.of(rate);
  }
}
