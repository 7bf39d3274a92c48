package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Scope;
import com.openshow.loadtest.slo.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs as they stand at some moment. */
final class Views {
  private Views() {}

  static LiveView of(Outcome... outcomes) {
    return new LiveView(
        new RunTime(Duration.ofSeconds(150), Optional.of(Duration.ofMinutes(10)), false),
        new Traffic(30_000, 3, 0, 200.04),
        new Judgement(Instant.EPOCH, Instant.EPOCH, List.of(outcomes), Optional.empty()));
  }

  static Outcome p95(Verdict verdict, String label) {
    return new Outcome(
        new Objective(new Scope("S_01", label), Indicator.parse("p95"), 50),
        OptionalDouble.of(62),
        100,
        verdict,
        "because");
  }

  static Outcome nothing(String scenario) {
    return new Outcome(
        new Objective(new Scope(scenario, ""), new ErrorRate(), 0.01),
        OptionalDouble.empty(),
        0,
        Verdict.INCONCLUSIVE,
        "no sample was taken");
  }
}
