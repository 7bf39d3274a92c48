package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleWindows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** An earlier run of which all samples are there: judged by the same rules as this one. */
public final class MeasuredBaseline implements Baseline {
  private final Measurement whole;
  private final Map<String, Measurement> judged = new HashMap<>();

  /**
   * The earlier run.
   *
   * @param objectives those of this run
   * @param whole all that was measured
   * @param rising the windows of each scenario that rises until a breach
   */
  public MeasuredBaseline(
      List<Objective> objectives, Measurement whole, Map<String, SampleWindows> rising) {
    this.whole = Objects.requireNonNull(whole, "whole");
    rising.forEach(
        (scenario, windows) ->
            judged.put(
                scenario, new CapacitySearch(scenario, objectives, whole, windows.all()).judged()));
  }

  /** All that was measured. */
  public Measurement whole() {
    return whole;
  }

  @Override
  public Reference reference(Objective objective) {
    Measurement run = judged.getOrDefault(objective.scope().scenario(), whole);
    Optional<Measurement> part =
        objective.window() instanceof Window.WholeRun
            ? Optional.of(run)
            : TimePart.of(objective.window(), objective.scope().scenario(), run)
                    instanceof TimePart.Known known
                ? WholeWindows.inside(known, run)
                : Optional.empty();
    return part.map(measured -> reference(objective, measured))
        .orElseGet(() -> unknown("no sample was taken " + objective.window().phrase()));
  }

  private static Reference reference(Objective objective, Measurement measured) {
    Indicator indicator = objective.indicator();
    Selection selection = Selection.of(measured, objective.scope(), indicator);
    OptionalDouble observed = indicator.observe(selection);
    Optional<String> doubt = indicator.whyInconclusive(selection);
    if (selection.samples() == 0) {
      return unknown("no sample was taken");
    }
    if (doubt.isPresent()) {
      return unknown(doubt.get());
    }
    return observed.isEmpty()
        ? unknown("nobody measured it in these " + selection.samples() + " samples")
        : new Reference.Known(
            Figure.of(observed.getAsDouble(), indicator, objective.scope(), selection, measured));
  }

  private static Reference unknown(String why) {
    return new Reference.Unknown("the baseline cannot be told: " + why);
  }
}
