package com.openshow.loadtest.slo.measure;

import java.util.Set;

/** Counts the samples of one key, over the whole run and by seconds. One thread only. */
final class LabelRecorder {
  private final SampleKey key;
  private final Counts whole;
  private final ResponseCounts responses = new ResponseCounts();
  private final OpenSeconds seconds;
  private final OpenSeconds.Closed closed;

  /**
   * A recorder without samples.
   *
   * @param timings which times are recorded
   * @param closed is handed what was counted in each second
   */
  LabelRecorder(SampleKey key, Set<Timing> timings, OpenSeconds.Closed closed) {
    this.key = key;
    this.whole = Counts.quick(timings);
    this.seconds = new OpenSeconds(key, timings, closed);
    this.closed = closed;
  }

  SampleKey key() {
    return key;
  }

  void record(Sample sample) {
    whole.add(sample);
    responses.add(sample);
    seconds.record(sample);
  }

  /**
   * Counts what another recorder counted in a second.
   *
   * @param start of the second, in milliseconds since 1970
   */
  void add(long start, LabelStatistics second) {
    whole.add(second);
    responses.add(second.time(Timing.RESPONSE));
    closed.add(start, key, second);
  }

  /** Hands on what was counted in the last seconds. */
  void close() {
    seconds.close();
  }

  /** What was counted over the whole run; that of the last seconds is handed on, too. */
  LabelStatistics snapshot() {
    close();
    return whole.snapshot();
  }

  /** What was counted over the whole run, and nothing handed on. */
  Totals totals() {
    return new Totals(whole.snapshot(), responses.snapshot());
  }
}
