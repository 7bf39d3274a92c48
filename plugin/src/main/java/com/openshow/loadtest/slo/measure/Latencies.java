package com.openshow.loadtest.slo.measure;

import java.util.Objects;

/**
 * One time of many requests.
 *
 * @param successful that of the requests that succeeded
 * @param failed that of the others
 */
public record Latencies(LatencyDistribution successful, LatencyDistribution failed) {
  /** No request. */
  static final Latencies NONE = new Latencies(LatencyDistribution.EMPTY, LatencyDistribution.EMPTY);

  public Latencies {
    Objects.requireNonNull(successful, "successful");
    Objects.requireNonNull(failed, "failed");
  }

  /** That of all requests, failed ones included. */
  public LatencyDistribution all() {
    return successful.merge(failed);
  }

  /** How many requests there are. */
  public long count() {
    return successful.count() + failed.count();
  }

  /** The exact merge of the two. */
  public Latencies merge(Latencies other) {
    return new Latencies(successful.merge(other.successful), failed.merge(other.failed));
  }
}
