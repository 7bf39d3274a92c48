package com.openshow.loadtest.slo.simulation;

import org.apache.commons.statistics.distribution.LogNormalDistribution;

/** Distributions of latencies, by their quantile functions; the unit is of no matter. */
enum Shape {
  EXPONENTIAL("exponential") {
    @Override
    double quantile(double share) {
      return -Math.log1p(-share);
    }
  },
  LOGNORMAL("lognormal") {
    @Override
    double quantile(double share) {
      return LOG_NORMAL.inverseCumulativeProbability(share);
    }
  },
  /** Nine of ten are answered from a cache, the others ten times as slow or more. */
  BIMODAL("bimodal") {
    @Override
    double quantile(double share) {
      return share < CACHED
          ? 1 + share
          : 10 + EXPONENTIAL.quantile((share - CACHED) / (1 - CACHED));
    }
  },
  /** Pareto's with an exponent of 1.5: the mean exists, and the variance does not. */
  HEAVY_TAIL("heavy tail") {
    @Override
    double quantile(double share) {
      return Math.pow(1 - share, -1 / 1.5);
    }
  },
  CONSTANT("constant") {
    @Override
    double quantile(double share) {
      return 1;
    }
  },
  /** Exponential, after a start at a tenth of the speed that {@code warm_up} leaves out. */
  WARM_UP("slow warm-up, cut") {
    @Override
    double quantile(double share) {
      return EXPONENTIAL.quantile(share);
    }
  };

  private static final LogNormalDistribution LOG_NORMAL = LogNormalDistribution.of(0, 0.8);
  private static final double CACHED = 0.9;

  private final String title;

  Shape(String title) {
    this.title = title;
  }

  /**
   * The value that this share of all does not exceed.
   *
   * @param share at least 0 and less than 1
   */
  abstract double quantile(double share);

  @Override
  public String toString() {
    return title;
  }
}
