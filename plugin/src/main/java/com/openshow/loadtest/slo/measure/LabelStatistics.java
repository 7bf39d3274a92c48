package com.openshow.loadtest.slo.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was measured under one key, or under several merged.
 *
 * @param times the times that were recorded; {@link Timing#RESPONSE} is always among them
 * @param transfer the data that went over the wire
 */
public record LabelStatistics(Map<Timing, Latencies> times, Transfer transfer) {
  public LabelStatistics {
    Objects.requireNonNull(transfer, "transfer");
    times = Map.copyOf(times);
    if (!times.containsKey(Timing.RESPONSE)) {
      throw new IllegalArgumentException("times must have response, but were of " + times.keySet());
    }
  }

  /** Nothing measured. */
  public static LabelStatistics none() {
    return new LabelStatistics(Map.of(Timing.RESPONSE, Latencies.NONE), Transfer.NONE);
  }

  /** One time of the requests; without a request where it was not recorded. */
  public Latencies time(Timing timing) {
    return times.getOrDefault(timing, Latencies.NONE);
  }

  /** The response times of all samples, failed ones included. */
  public LatencyDistribution latencies() {
    return time(Timing.RESPONSE).all();
  }

  /** How many samples were taken, failed ones included. */
  public long samples() {
    return time(Timing.RESPONSE).count();
  }

  /** How many of them failed. */
  public long errors() {
    return time(Timing.RESPONSE).failed().count();
  }

  /** The same of some times only. */
  LabelStatistics only(Set<Timing> timings) {
    if (timings.containsAll(times.keySet())) {
      return this;
    }
    Map<Timing, Latencies> some = new EnumMap<>(times);
    some.keySet().retainAll(timings);
    return new LabelStatistics(some, transfer);
  }

  /** The exact merge of the two. */
  public LabelStatistics merge(LabelStatistics other) {
    Map<Timing, Latencies> sum = new EnumMap<>(times);
    other.times.forEach((timing, more) -> sum.merge(timing, more, Latencies::merge));
    return new LabelStatistics(sum, transfer.plus(other.transfer));
  }
}
