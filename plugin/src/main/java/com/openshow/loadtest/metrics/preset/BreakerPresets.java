package com.openshow.loadtest.metrics.preset;

import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.preset.Preset.Value;
import java.util.List;
import java.util.Optional;

/** Of Resilience4j's metrics in Micrometer. */
final class BreakerPresets {
  private static final String REFUSED =
      "resilience4j_circuitbreaker_not_permitted_calls_total{$match}";
  private static final String FAILED =
      "resilience4j_circuitbreaker_calls_seconds_count{kind=\"failed\",$match}";

  static final List<Preset> ALL =
      List.of(
          new Preset.States(
              "resilience4j.circuit_breaker",
              "what each circuit breaker is: closed, open, half_open, forced_open, disabled,"
                  + " metrics_only",
              new Template("resilience4j_circuitbreaker_state{$match}"),
              new StateMetric.ByLabel("state"),
              List.of(
                  new Preset.Evidence(new Template(REFUSED), Optional.of("open")),
                  new Preset.Evidence(new Template(FAILED), Optional.empty()))),
          Value.atMost(
              "resilience4j.not_permitted",
              "calls refused because a circuit breaker was open",
              REFUSED,
              "/s",
              "rate"),
          Value.atMost("resilience4j.failed", "calls that failed", FAILED, "/s", "rate"),
          Value.atMost(
              "resilience4j.failure_rate",
              "share of failed calls as the circuit breaker counts them; -1 while it has too few"
                  + " calls",
              "resilience4j_circuitbreaker_failure_rate{$match}",
              "%",
              "max"),
          Value.atMost(
              "resilience4j.slow_call_rate",
              "share of slow calls as the circuit breaker counts them; -1 while it has too few"
                  + " calls",
              "resilience4j_circuitbreaker_slow_call_rate{$match}",
              "%",
              "max"));

  private BreakerPresets() {}
}
