package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.confidence.Interval;
import com.openshow.loadtest.slo.confidence.Ranks;
import com.openshow.loadtest.slo.confidence.Settling;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A latency percentile in milliseconds by the nearest-rank definition.
 *
 * @param percentile greater than 0 and less than 100
 * @param which of which requests
 */
public record LatencyPercentile(double percentile, WhichLatency which)
    implements ShareBased, LatencyIndicator {
  public LatencyPercentile {
    if (!(percentile > 0 && percentile < 100)) {
      throw new IllegalArgumentException(
          "percentile must be greater than 0 and less than 100, but was " + percentile);
    }
    Objects.requireNonNull(which, "which");
  }

  /** The percentile of the response times of all requests. */
  public LatencyPercentile(double percentile) {
    this(percentile, WhichLatency.USUAL);
  }

  @Override
  public String kind() {
    return "p" + plain(percentile) + which.suffix();
  }

  /** A number as people write it. */
  public static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  @Override
  public LatencyIndicator over(WhichLatency other) {
    return new LatencyPercentile(percentile, other);
  }

  @Override
  public OptionalDouble observe(LatencyDistribution latencies) {
    return latencies.percentile(percentile);
  }

  @Override
  public long trials(Selection selection) {
    return which.of(selection).count();
  }

  @Override
  public long hits(Selection selection, double target) {
    return which.of(selection).countAbove(target);
  }

  @Override
  public Interval interval(Selection selection, double designEffect) {
    LatencyDistribution latencies = which.of(selection);
    Ranks ranks = Ranks.of(latencies.count(), percentile, designEffect);
    return new Interval(
        ranks.hasLower() ? latencies.atRank(ranks.lower()) : 0,
        ranks.hasUpper() ? latencies.atRank(ranks.upper()) : Double.POSITIVE_INFINITY);
  }

  @Override
  public OptionalLong settledBy(Selection selection, double target, double designEffect) {
    LatencyDistribution latencies = which.of(selection);
    return Settling.percentile(
        latencies.count(), latencies.countAbove(target), percentile, designEffect);
  }

  @Override
  public Optional<String> whyInconclusive(Selection selection) {
    long samples = trials(selection);
    Optional<String> none = which.whyNone(selection);
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
