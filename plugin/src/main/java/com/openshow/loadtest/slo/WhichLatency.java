package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Latencies;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which time of which requests a latency indicator looks at.
 *
 * @param timing the time
 * @param failedCounted whether requests that failed are counted, too
 */
public record WhichLatency(Timing timing, boolean failedCounted) {
  /** The response time of all requests. */
  public static final WhichLatency USUAL = new WhichLatency(Timing.RESPONSE, true);

  static final String SUCCESSFUL = "successful";

  public WhichLatency {
    Objects.requireNonNull(timing, "timing");
  }

  /** The latencies in question. */
  LatencyDistribution of(Selection selection) {
    Latencies latencies = selection.statistics().time(timing);
    return failedCounted ? latencies.all() : latencies.successful();
  }

  /** The same time, with failed requests if they are not counted, and without them if they are. */
  WhichLatency otherwise() {
    return new WhichLatency(timing, !failedCounted);
  }

  /** Why these latencies cannot be judged at all; empty when they can. */
  Optional<String> whyNone(Selection selection) {
    long samples = selection.samples();
    long known = selection.statistics().time(timing).count();
    if (known > 0 && known < samples) {
      return Optional.of(
          "only of " + known + " of " + samples + " samples " + timing.label() + " is known");
    }
    if (samples > 0 && selection.statistics().errors() == samples) {
      return Optional.of(
          "none of the " + samples + " requests succeeded: how fast they failed is no latency");
    }
    return Optional.empty();
  }

  /** What it adds to the name of an indicator; nothing for the usual latency. */
  String suffix() {
    List<String> options = new ArrayList<>();
    if (timing != Timing.RESPONSE) {
      options.add(timing.label());
    }
    if (!failedCounted) {
      options.add(SUCCESSFUL);
    }
    return options.isEmpty() ? "" : "(" + String.join(", ", options) + ")";
  }

  /**
   * Reads what {@link #suffix} writes between its brackets.
   *
   * @return empty when it is no such thing
   */
  static Optional<WhichLatency> parse(List<String> options) {
    Timing timing = Timing.RESPONSE;
    boolean failedCounted = true;
    for (String option : options) {
      Optional<Timing> named = Timing.of(option);
      if (named.isEmpty() && !option.equals(SUCCESSFUL)) {
        return Optional.empty();
      }
      timing = named.orElse(timing);
      failedCounted &= named.isPresent();
    }
    return Optional.of(new WhichLatency(timing, failedCounted));
  }
}
