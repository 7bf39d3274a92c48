package com.openshow.loadtest.slo.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * Counts the samples of one window. A long run has many windows with few samples each, so they are
 * kept packed, in a kilobyte or so a label instead of thirty; packed histograms need a lock.
 */
final class WindowRecorder {
  private final Map<SampleKey, Counts> byKey = new HashMap<>();
  private final Set<String> users = new HashSet<>();

  private static final class Counts {
    private final Histogram latencies = new PackedHistogram(LabelRecorder.SIGNIFICANT_DIGITS);
    private long errors;
  }

  synchronized void record(Sample sample) {
    Counts counts =
        byKey.computeIfAbsent(
            new SampleKey(sample.scenario(), sample.label()), absent -> new Counts());
    counts.latencies.recordValue(sample.latencyMillis());
    counts.errors += sample.failed() ? 1 : 0;
    users.add(sample.user());
  }

  synchronized SampleWindow snapshot(Instant startedAt, Instant endedAt) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>();
    byKey.forEach(
        (key, counts) -> {
          LatencyDistribution latencies = new LatencyDistribution(counts.latencies.copy());
          statistics.put(key, new LabelStatistics(latencies.count(), counts.errors, latencies));
        });
    return new SampleWindow(new Measurement(startedAt, endedAt, statistics), users.size());
  }
}
