package com.openshow.loadtest.slo.simulation;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.confidence.DesignEffect.Batch;
import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.commons.rng.UniformRandomProvider;

/** One simulated run that goes through everything that a live one does, sample by sample. */
final class Engine {
  private static final long START_MILLIS = 1_700_000_000_000L;
  // Twenty windows of five seconds: as many as are told apart, and no more, since each costs time.
  private static final Duration LENGTH = Duration.ofSeconds(100);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final int WARM_UP_SAMPLES = 10;
  private static final int WARM_UP_SLOWNESS = 10;
  private static final Scope ALL = new Scope("", "");

  private final Measurement measurement;

  private Engine(Measurement measurement) {
    this.measurement = measurement;
  }

  /**
   * A hundred seconds with evenly spread samples.
   *
   * @param errorShare how many of them fail, 0 to 1
   */
  static Engine run(
      Latencies latencies, double errorShare, int samples, UniformRandomProvider random) {
    boolean warmsUp = latencies.shape() == Shape.WARM_UP;
    List<Sample> run = new ArrayList<>();
    long start = START_MILLIS;
    if (warmsUp) {
      for (int i = 0; i < WARM_UP_SAMPLES; i++) {
        long slow = WARM_UP_SLOWNESS * latencies.draw(random);
        run.add(sample(start + i * WARM_UP.toMillis() / WARM_UP_SAMPLES, slow, true));
      }
      start += WARM_UP.toMillis();
    }
    for (int i = 0; i < samples; i++) {
      long due = start + i * LENGTH.toMillis() / samples;
      run.add(sample(due, latencies.draw(random), random.nextDouble() < errorShare));
    }
    // As they come live.
    run.sort(Comparator.comparingLong(Sample::endMillis));
    RunRecorder recorder = new RunRecorder(warmsUp ? WARM_UP : Duration.ZERO, List.of());
    run.forEach(recorder::record);
    return new Engine(recorder.measurement(Instant.EPOCH, Instant.EPOCH));
  }

  private static Sample sample(long start, long millis, boolean failed) {
    return new Sample("S", "GET /", "user", start, millis, 0, failed);
  }

  Word percentile(double percentile) {
    return word(new LatencyPercentile(percentile), Latencies.TARGET);
  }

  Word errorRate(double share) {
    return word(new ErrorRate(), 100 * share);
  }

  private Word word(Indicator indicator, double target) {
    List<Objective> objectives = List.of(new Objective(ALL, indicator, target));
    Outcome outcome = Evaluator.evaluate(objectives, measurement).outcomes().get(0);
    return Word.of(outcome);
  }

  /** How many were above the target, by windows of time. */
  List<Batch> slow() {
    return batches(statistics -> statistics.latencies().countAbove(Latencies.TARGET));
  }

  /** How many failed, by windows of time. */
  List<Batch> failed() {
    return batches(LabelStatistics::errors);
  }

  private List<Batch> batches(ToLongFunction<LabelStatistics> hits) {
    return measurement.parts().stream()
        .map(part -> part.select(ALL::covers))
        .map(part -> new Batch(part.samples(), hits.applyAsLong(part)))
        .toList();
  }
}
