package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.RequestRate;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up run of two scenarios: the second half is slower, one request fails now and then, and
 * there is a pause in the middle. The same at each call.
 */
final class SampleRun {
  static final Instant START = Instant.parse("2026-01-01T09:30:00Z");
  private static final long SEED = 795;
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final String READS = "S_01_Discovery_Read_Heavy";
  private static final String WRITES = "S_02_Project_Write_Heavy";

  private final Random random = new Random(SEED);
  private final RunRecorder whole = new RunRecorder(Duration.ZERO, List.of());
  private final List<Measurement> windows = new ArrayList<>();
  private final int endpoints;
  private final int count;

  private SampleRun(int endpoints, int count) {
    this.endpoints = endpoints;
    this.count = count;
  }

  /** An hour of 30 endpoints, for which the size of the report is promised. */
  static RunData hour() {
    return of(30, 720);
  }

  /**
   * A run.
   *
   * @param endpoints in how many labels
   * @param windows how many windows of 5 s long
   */
  static RunData of(int endpoints, int windows) {
    return new SampleRun(endpoints, windows).run();
  }

  private RunData run() {
    for (int window = 0; window < count; window++) {
      if (window < count / 2 || window > count / 2 + count / 40) {
        record(window);
      }
    }
    Instant end = START.plus(WINDOW.multipliedBy(count));
    Measurement measured =
        new Measurement(START, end, whole.measurement(START, end).statistics(), windows);
    Duration length = WINDOW.multipliedBy(count);
    List<BackendChart> backend = SampleBackend.charts(START, length);
    Judgement judgement =
        Evaluator.evaluate(objectives(), measured)
            .with(pacing())
            .withBackend(backend.stream().map(BackendChart::judged).toList(), Optional.empty());
    return new RunData(
            "discovery and projects",
            judgement,
            measured,
            plannedRates(),
            List.of(
                new ErrorSample(WRITES, label(1), "503", "Service Unavailable", 211),
                new ErrorSample(
                    WRITES, label(3), "", "Read timed out\n\tat the first line of a stack", 2)))
        .withBackend(backend)
        .withSpans(SampleBackend.spans(START, length));
  }

  private void record(int window) {
    RunRecorder part = new RunRecorder(Duration.ZERO, List.of());
    Instant start = START.plus(WINDOW.multipliedBy(window));
    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
      for (int i = (endpoint < 3 ? 110 : 10) + random.nextInt(4); i > 0; i--) {
        double slow = window > count / 2 && endpoint == 0 ? 4 : 1;
        long latency =
            Math.round(slow * (8 + endpoint / 2) * Math.exp(0.5 * random.nextGaussian()));
        boolean error = endpoint == 1 && random.nextInt(50) == 0;
        Sample sample =
            new Sample(
                scenario(endpoint),
                label(endpoint),
                "user",
                start.toEpochMilli(),
                latency,
                0,
                error);
        part.record(sample);
        whole.record(sample);
      }
    }
    windows.add(
        new Measurement(start, start.plus(WINDOW), part.measurement(start, start).statistics()));
  }

  private static String scenario(int endpoint) {
    return endpoint % 2 == 0 ? READS : WRITES;
  }

  private static String label(int endpoint) {
    return switch (endpoint) {
      case 0 -> "GET /api/v1/creators";
      case 1 -> "POST /api/v1/projects";
      case 2 -> "GET /api/v1/search/suggestions";
      default ->
          "GET /api/v1/projects/{id}/collaborators/"
              + "permissions/".repeat(endpoint % 4)
              + endpoint;
    };
  }

  private List<Objective> objectives() {
    List<Objective> objectives = new ArrayList<>();
    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
      Indicator p95 = new LatencyPercentile(95);
      objectives.add(new Objective(new Scope(scenario(endpoint), label(endpoint)), p95, 50));
    }
    objectives.add(
        new Objective(
            new Scope(READS, label(2)),
            new LatencyPercentile(99),
            Comparison.LTE,
            1,
            Window.parse(""),
            new Terms(Severity.WARN, OnNoData.INCONCLUSIVE, false, Optional.empty())));
    objectives.add(new Objective(new Scope(WRITES, ""), new ErrorRate(), 1));
    objectives.add(new Objective(new Scope("", ""), new RequestRate(), 5));
    objectives.add(
        new Objective(new Scope(READS, "GET /never/called"), new LatencyPercentile(99.9), 100));
    return objectives;
  }

  private List<Pacing> pacing() {
    return List.of(new Pacing(READS, count * 372.0, count * 361L, 21, 900));
  }

  private List<PlannedRate> plannedRates() {
    Duration end = WINDOW.multipliedBy(count);
    double rate = (2 * 111.5 + 11.5 * ((endpoints + 1) / 2 - 2)) / 5;
    return List.of(
        new PlannedRate(
            READS,
            List.of(
                new PlannedRate.Point(Duration.ZERO, 0),
                new PlannedRate.Point(end.dividedBy(12), rate),
                new PlannedRate.Point(end, rate))));
  }
}
