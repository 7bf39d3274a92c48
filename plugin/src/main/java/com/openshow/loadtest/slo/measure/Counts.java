package com.openshow.loadtest.slo.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/** Counts samples of one kind. One thread only. */
final class Counts {
  /** Keeps every value within 0.1 %. */
  static final int SIGNIFICANT_DIGITS = 3;

  private final Timing[] timings;
  private final Pair[] pairs;
  private long measured;
  private long receivedBytes;
  private long sentBytes;

  /** Failures are few as a rule, and need no room until there is one. */
  private static final class Pair {
    private final Histogram successful;
    private @Nullable Histogram failed;

    private Pair(Histogram successful) {
      this.successful = successful;
    }

    private Latencies snapshot(Function<Histogram, LatencyDistribution> copy) {
      return new Latencies(
          copy.apply(successful), failed == null ? LatencyDistribution.EMPTY : copy.apply(failed));
    }
  }

  private Counts(Set<Timing> timings, Supplier<Histogram> histogram) {
    this.timings = timings.toArray(Timing[]::new);
    this.pairs = new Pair[this.timings.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new Pair(histogram.get());
    }
  }

  /** For many samples: quick. Histograms grow, so no latency is ever clipped. */
  static Counts quick(Set<Timing> timings) {
    return new Counts(timings, () -> new Histogram(SIGNIFICANT_DIGITS));
  }

  /** For few different latencies: a kilobyte instead of twenty. */
  static Counts packed(Set<Timing> timings) {
    return new Counts(timings, () -> new PackedHistogram(SIGNIFICANT_DIGITS));
  }

  void add(Sample sample) {
    for (int i = 0; i < timings.length; i++) {
      long millis = timings[i].millis(sample);
      if (millis >= 0) {
        (sample.failed() ? failed(pairs[i]) : pairs[i].successful).recordValue(millis);
      }
    }
    Details details = sample.details();
    if (details.receivedBytes() >= 0 && details.sentBytes() >= 0) {
      measured++;
      receivedBytes += details.receivedBytes();
      sentBytes += details.sentBytes();
    }
  }

  private Histogram failed(Pair pair) {
    Histogram own = pair.failed;
    if (own == null) {
      own = new PackedHistogram(SIGNIFICANT_DIGITS);
      pair.failed = own;
    }
    return own;
  }

  /** Adds what was counted elsewhere; times that are not recorded here are left out. */
  void add(LabelStatistics more) {
    for (int i = 0; i < timings.length; i++) {
      Latencies latencies = more.time(timings[i]);
      latencies.successful().addTo(pairs[i].successful);
      if (latencies.failed().count() > 0) {
        latencies.failed().addTo(failed(pairs[i]));
      }
    }
    measured += more.transfer().samples();
    receivedBytes += more.transfer().receivedBytes();
    sentBytes += more.transfer().sentBytes();
  }

  /** What was counted, which may be many different latencies. */
  LabelStatistics snapshot() {
    return snapshot(LatencyDistribution::ofMany);
  }

  /** What was counted, which are few different latencies as a rule. */
  LabelStatistics sparse() {
    return snapshot(LatencyDistribution::of);
  }

  private LabelStatistics snapshot(Function<Histogram, LatencyDistribution> copy) {
    Map<Timing, Latencies> times = new EnumMap<>(Timing.class);
    for (int i = 0; i < timings.length; i++) {
      times.put(timings[i], pairs[i].snapshot(copy));
    }
    return new LabelStatistics(times, new Transfer(measured, receivedBytes, sentBytes));
  }
}
