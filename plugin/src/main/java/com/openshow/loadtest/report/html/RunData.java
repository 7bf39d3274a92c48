package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.measure.Measurement;
import java.util.List;
import java.util.Objects;

/**
 * All that the report shows of a run.
 *
 * @param plan the name of the plan
 * @param judgement the verdict
 * @param whole all that was measured, with its parts
 * @param plannedRates at most one a scenario
 * @param errors what failed, by kind
 * @param backend what the backend's objectives were judged by; the worst first
 * @param spans times that are shaded in the charts
 */
public record RunData(
    String plan,
    Judgement judgement,
    Measurement whole,
    List<PlannedRate> plannedRates,
    List<ErrorSample> errors,
    List<BackendChart> backend,
    List<Span> spans) {
  public RunData {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(judgement, "judgement");
    Objects.requireNonNull(whole, "whole");
    plannedRates = List.copyOf(plannedRates);
    errors = List.copyOf(errors);
    backend = List.copyOf(backend);
    spans = List.copyOf(spans);
    List<Measurement> windows = whole.parts();
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i).startedAt().isBefore(windows.get(i - 1).endedAt())) {
        throw new IllegalArgumentException(
            "windows must follow each other, but one that starts at "
                + windows.get(i).startedAt()
                + " follows one that ends at "
                + windows.get(i - 1).endedAt());
      }
    }
    if (plannedRates.stream().map(PlannedRate::scenario).distinct().count()
        != plannedRates.size()) {
      throw new IllegalArgumentException("a scenario has two planned rates");
    }
  }

  /** A run of which nothing is known but its load, and its faults. */
  public RunData(
      String plan,
      Judgement judgement,
      Measurement whole,
      List<PlannedRate> plannedRates,
      List<ErrorSample> errors) {
    this(plan, judgement, whole, plannedRates, errors, List.of(), Span.ofFaults(judgement));
  }

  /** The same with what the backend's objectives were judged by. */
  public RunData withBackend(List<BackendChart> charts) {
    return new RunData(plan, judgement, whole, plannedRates, errors, charts, spans);
  }

  /** The same with times that are shaded in the charts. */
  public RunData withSpans(List<Span> shaded) {
    return new RunData(plan, judgement, whole, plannedRates, errors, backend, shaded);
  }
}
