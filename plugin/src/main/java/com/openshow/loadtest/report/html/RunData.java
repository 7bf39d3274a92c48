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
 * @param certainties how certain each outcome of {@code judgement} is, in the same order
 * @param whole all that was measured
 * @param windows the same, by successive parts of the time; those without samples may be left out
 * @param plannedRates at most one a scenario
 * @param errors what failed, by kind
 */
public record RunData(
    String plan,
    Judgement judgement,
    List<Certainty> certainties,
    Measurement whole,
    List<Measurement> windows,
    List<PlannedRate> plannedRates,
    List<ErrorSample> errors) {
  public RunData {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(judgement, "judgement");
    Objects.requireNonNull(whole, "whole");
    certainties = List.copyOf(certainties);
    windows = List.copyOf(windows);
    plannedRates = List.copyOf(plannedRates);
    errors = List.copyOf(errors);
    if (certainties.size() != judgement.outcomes().size()) {
      throw new IllegalArgumentException(
          "expected a certainty for each of the "
              + judgement.outcomes().size()
              + " outcomes, but had "
              + certainties.size());
    }
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
}
