package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.Timing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** An indicator in milliseconds over one of the times of the requests. */
public sealed interface LatencyIndicator extends Indicator
    permits LatencyPercentile, LatencySummary {
  /** Which time of which requests. */
  WhichLatency which();

  /** The same indicator over other times or requests. */
  LatencyIndicator over(WhichLatency other);

  /** The value over these latencies; empty when there are none. */
  OptionalDouble observe(LatencyDistribution latencies);

  @Override
  default String unit() {
    return "ms";
  }

  @Override
  default Set<Timing> timings() {
    return EnumSet.of(Timing.RESPONSE, which().timing());
  }

  @Override
  default OptionalDouble observe(Selection selection) {
    return observe(which().of(selection));
  }

  @Override
  default Optional<String> whyInconclusive(Selection selection) {
    return which().whyNone(selection);
  }

  @Override
  default boolean isSettledByMore(Selection selection) {
    return which().whyNone(selection).isEmpty();
  }
}
