package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Evaluator;
import com.openshow.loadtest.slo.LatencyPercentile;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.measure.Details;
import com.openshow.loadtest.slo.measure.ResponseClass;
import com.openshow.loadtest.slo.measure.RunRecorder;
import com.openshow.loadtest.slo.measure.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 100 requests of 1 to 100 ms, every tenth of which failed, and one transaction. */
final class SampleRun {
  static final List<Objective> OBJECTIVES =
      List.of(
          new Objective(new Scope("S_01", "GET /a"), new LatencyPercentile(95), 96),
          new Objective(new Scope("S_01", ""), new ErrorRate(), 1),
          // A plan may say the same twice.
          new Objective(new Scope("S_01", ""), new ErrorRate(), 1),
          new Objective(new Scope("S_02", "GET /never"), new LatencyPercentile(50), 0.5));

  private SampleRun() {}

  static RunRecorder recorder() {
    RunRecorder recorder = new RunRecorder(Duration.ZERO, List.of());
    for (int i = 1; i <= 100; i++) {
      boolean failed = i % 10 == 0;
      Details details = new Details(0, 1, 100, 10, ResponseClass.of(failed ? "500" : "200"));
      recorder.record(new Sample("S_01", "GET /a", "u", 10L * i, i, 0, failed, false, details));
    }
    recorder.record(new Sample("S_01", "Buy", "u", 0, 250, 0, false, true, Details.UNKNOWN));
    return recorder;
  }

  static RunState state(RunRecorder recorder, boolean over) {
    return new RunState(
        "all.jmx",
        recorder.totals(),
        7,
        List.of(new Pacing("S_01", 100.5, 100, 40, 300)),
        Map.of("S_01", 10),
        Optional.of(
            Evaluator.evaluate(OBJECTIVES, recorder.measurement(Instant.EPOCH, Instant.EPOCH))),
        over);
  }
}
