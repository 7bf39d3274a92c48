package com.openshow.loadtest.expose;

import com.openshow.loadtest.slo.Judgement;
import com.openshow.loadtest.slo.Pacing;
import com.openshow.loadtest.slo.measure.SampleKey;
import com.openshow.loadtest.slo.measure.Totals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run as it stands at one moment.
 *
 * @param plan the name of the plan
 * @param totals all that counts for the verdict so far
 * @param warmUpSamples how many samples do not count, since they began in the warm-up
 * @param pacing how well the scenarios with a target rate keep to it
 * @param activeThreads how many virtual users each scenario has now
 * @param judgement what the verdict would be if it ended now, or shortly before; empty as long as
 *     nobody has looked
 * @param over whether it has ended, and the judgement is the verdict
 */
public record RunState(
    String plan,
    Map<SampleKey, Totals> totals,
    long warmUpSamples,
    List<Pacing> pacing,
    Map<String, Integer> activeThreads,
    Optional<Judgement> judgement,
    boolean over) {
  public RunState {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(judgement, "judgement");
    totals = Map.copyOf(totals);
    pacing = List.copyOf(pacing);
    activeThreads = Map.copyOf(activeThreads);
  }
}
