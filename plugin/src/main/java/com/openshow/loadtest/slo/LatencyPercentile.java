package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.Ranks;
import com.openshow.loadtest.slo.confidence.Settling;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A latency percentile in milliseconds over all samples of the run, failed ones included, by the
 * nearest-rank definition.
 *
 * @param percentile greater than 0 and less than 100
 */
public record LatencyPercentile(double percentile) implements ShareBased {
  public LatencyPercentile {
    if (!(percentile > 0 && percentile < 100)) {
      throw new IllegalArgumentException(
          "percentile must be greater than 0 and less than 100, but was " + percentile);
    }
  }

  @Override
  public String kind() {
    return "p" + new BigDecimal(Double.toString(percentile)).stripTrailingZeros().toPlainString();
  }

  @Override
  public String unit() {
    return "ms";
  }

  @Override
  public OptionalDouble observe(LabelStatistics statistics, Duration time) {
    return statistics.latencies().percentile(percentile);
  }

  @Override
  public long hits(LabelStatistics statistics, double target) {
    return statistics.latencies().countAbove(target);
  }

  @Override
  public Interval interval(LabelStatistics statistics, double designEffect) {
    Ranks ranks = Ranks.of(statistics.samples(), percentile, designEffect);
    LatencyDistribution latencies = statistics.latencies();
    return new Interval(
        ranks.hasLower() ? latencies.atRank(ranks.lower()) : 0,
        ranks.hasUpper() ? latencies.atRank(ranks.upper()) : Double.POSITIVE_INFINITY);
  }

  @Override
  public OptionalLong settledBy(LabelStatistics statistics, double target, double designEffect) {
    return Settling.percentile(
        statistics.samples(), hits(statistics, target), percentile, designEffect);
  }

  @Override
  public Optional<String> whyInconclusive(LabelStatistics statistics) {
    long samples = statistics.samples();
    Optional<String> none = statistics.whyNoLatency();
    if (none.isPresent()) {
      return none;
    }
    if (samples < minimumSamples()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "only %d sample%s: %s needs at least %d",
              samples,
              samples == 1 ? "" : "s",
              kind(),
              minimumSamples()));
    }
    return Optional.empty();
  }

  /**
   * Below {@code 1 / (1 - p)} samples (20 for p95, 100 for p99) the percentile is the maximum by
   * definition and says nothing of its own.
   */
  private long minimumSamples() {
    // The subtrahend takes away what the division adds in the last bits (99.9: 1000.0000000000057).
    return (long) Math.ceil(100 / (100 - percentile) - 1e-6);
  }
}
