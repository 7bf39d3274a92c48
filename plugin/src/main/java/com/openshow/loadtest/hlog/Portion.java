package com.openshow.loadtest.hlog;

import com.openshow.loadtest.slo.measure.FaultSwitch;
import com.openshow.loadtest.slo.measure.Increment;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Latencies;
import com.openshow.loadtest.slo.measure.LatencyDistribution;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Timing;
import com.openshow.loadtest.slo.measure.Transfer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * One increment as lines, in an order that depends on nothing but what is in it. Its last line says
 * that it is whole: a reader counts all of it or nothing.
 */
final class Portion {
  /** Our values are milliseconds, and so is the column of the greatest one. */
  static final double MAX_VALUE_UNIT_RATIO = 1;

  private static final double MILLIS_PER_SECOND = 1000;

  private final HistogramLogWriter lines;
  private int histograms;

  Portion(HistogramLogWriter lines) {
    this.lines = lines;
  }

  void write(Increment increment) {
    increment.seconds().forEach(this::second);
    new TreeMap<>(increment.newUsers())
        .forEach(
            (scenario, users) ->
                new TreeMap<>(users)
                    .forEach(
                        (start, fresh) ->
                            mark(
                                Marks.USERS, Marks.encode(scenario), Marks.seconds(start), fresh)));
    new TreeMap<>(increment.began())
        .forEach((scenario, at) -> mark(Marks.BEGAN, Marks.encode(scenario), Marks.seconds(at)));
    increment.faults().stream().sorted().forEach(this::fault);
    mark(
        Marks.WRITTEN,
        Marks.seconds(increment.earliestStart()),
        Marks.seconds(increment.latestEnd()),
        histograms);
  }

  private void fault(FaultSwitch fault) {
    mark(
        Marks.FAULT,
        Marks.encode(fault.fault()),
        fault.on() ? Marks.ON : Marks.OFF,
        Marks.seconds(fault.from()),
        Marks.seconds(fault.to()),
        fault.succeeded() ? Marks.SUCCEEDED : Marks.FAILED);
  }

  private void second(Measurement second) {
    second.statistics().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Tag::text)))
        .forEach(entry -> statistics(second, entry.getKey(), entry.getValue()));
  }

  private void statistics(Measurement second, SampleKey key, LabelStatistics statistics) {
    for (Timing timing : Timing.values()) {
      Latencies latencies = statistics.time(timing);
      histogram(second, new Tag(key, timing, false), latencies.successful());
      histogram(second, new Tag(key, timing, true), latencies.failed());
    }
    Transfer transfer = statistics.transfer();
    if (transfer.samples() > 0) {
      mark(
          Marks.TRANSFER,
          Tag.text(key),
          Marks.seconds(second.startedAt()),
          transfer.samples(),
          transfer.receivedBytes(),
          transfer.sentBytes());
    }
  }

  private void histogram(Measurement second, Tag tag, LatencyDistribution latencies) {
    if (latencies.count() > 0) {
      histograms++;
      Histogram histogram = latencies.toHistogram();
      histogram.setTag(tag.text());
      lines.outputIntervalHistogram(
          seconds(second.startedAt()), seconds(second.endedAt()), histogram, MAX_VALUE_UNIT_RATIO);
    }
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS_PER_SECOND;
  }

  private void mark(String name, Object... words) {
    lines.outputComment(Marks.comment(name, words));
  }
}
