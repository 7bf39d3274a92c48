package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Certainty;
import com.openshow.loadtest.slo.Judged;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What became of one objective of the backend.
 *
 * @param objective what was promised
 * @param range the time that was looked at
 * @param findings what became of each series, group or instance, the worst first; empty when there
 *     was none
 * @param series the series that were judged, as they were read
 * @param verdict whether the objective held
 * @param reason one sentence that says why
 * @param notes what else a person should know; sentences without a full stop
 */
public record BackendOutcome(
    BackendObjective objective,
    TimeRange range,
    List<BackendFinding> findings,
    List<Series> series,
    Verdict verdict,
    String reason,
    List<String> notes)
    implements Judged {
  public BackendOutcome {
    Objects.requireNonNull(objective, "objective");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(reason, "reason");
    findings = List.copyOf(findings);
    series = List.copyOf(series);
    notes = List.copyOf(notes);
  }

  /** The one that was named in the reason; empty when there was nothing to judge. */
  public Optional<BackendFinding> worst() {
    return findings.stream().findFirst();
  }

  @Override
  public String name() {
    return objective.title();
  }

  @Override
  public String scenario() {
    return objective.scenario();
  }

  @Override
  public String subject() {
    return objective.name();
  }

  @Override
  public String kind() {
    return objective.claim().kind();
  }

  @Override
  public String promise() {
    return objective.promise();
  }

  @Override
  public Optional<Bar> bar() {
    return objective.claim() instanceof ValueClaim value
        ? Optional.of(value.bar())
        : Optional.empty();
  }

  @Override
  public OptionalDouble observed() {
    return worst().map(BackendFinding::observed).orElse(OptionalDouble.empty());
  }

  @Override
  public String observedUnit() {
    return bar().map(Bar::unit).orElse("");
  }

  @Override
  public Optional<String> observedText() {
    if (bar().isPresent()) {
      return Judged.super.observedText();
    }
    return worst()
        .filter(instance -> !instance.visits().isEmpty())
        .map(
            instance ->
                instance.visits().stream().map(Visit::state).collect(Collectors.joining(" -> ")));
  }

  @Override
  public long samples() {
    return findings.stream().mapToLong(BackendFinding::points).sum();
  }

  @Override
  public Certainty certainty() {
    return Certainty.UNKNOWN;
  }

  @Override
  public Severity severity() {
    return objective.terms().severity();
  }

  /** The same outcome as a breach, for another reason. */
  public BackendOutcome breached(String why) {
    return as(Verdict.FAIL, why);
  }

  /** The same outcome as one that nobody knows, for another reason. */
  public BackendOutcome inconclusive(String why) {
    return as(Verdict.INCONCLUSIVE, why);
  }

  /** The same outcome, with more in its reason. */
  public BackendOutcome because(String why) {
    return as(verdict, why);
  }

  private BackendOutcome as(Verdict other, String why) {
    return new BackendOutcome(objective, range, findings, series, other, why, notes);
  }
}
