package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One latency that stands for all, in milliseconds.
 *
 * @param statistic which one
 * @param which of which requests
 */
public record LatencySummary(Statistic statistic, WhichLatency which) implements LatencyIndicator {
  static final String AVG = "avg";
  static final String MIN = "min";
  static final String MAX = "max";

  /** What stands for all latencies. */
  public enum Statistic {
    /** The mean. */
    MEAN(AVG) {
      @Override
      OptionalDouble of(LatencyDistribution latencies) {
        return latencies.mean();
      }
    },
    /** The least. */
    MINIMUM(MIN) {
      @Override
      OptionalDouble of(LatencyDistribution latencies) {
        return latencies.minimum();
      }
    },
    /** The greatest. */
    MAXIMUM(MAX) {
      @Override
      OptionalDouble of(LatencyDistribution latencies) {
        return latencies.percentile(100);
      }
    };

    private final String label;

    Statistic(String label) {
      this.label = label;
    }

    abstract OptionalDouble of(LatencyDistribution latencies);
  }

  public LatencySummary {
    Objects.requireNonNull(statistic, "statistic");
    Objects.requireNonNull(which, "which");
  }

  @Override
  public String kind() {
    return statistic.label + which.suffix();
  }

  @Override
  public LatencyIndicator over(WhichLatency other) {
    return new LatencySummary(statistic, other);
  }

  @Override
  public OptionalDouble observe(LatencyDistribution latencies) {
    return statistic.of(latencies);
  }
}
