package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.RecorderSettings;
import com.openshow.loadtest.slo.measure.Timing;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What must be recorded so that objectives can be judged. */
public final class Recording {
  private Recording() {}

  /**
   * The settings of a recorder.
   *
   * @param warmUp how long after the start of the earliest sample others are left out
   * @param rising the scenarios whose load rises until a breach
   */
  public static RecorderSettings of(
      List<Objective> objectives, Duration warmUp, Collection<String> rising) {
    Set<Timing> timings = EnumSet.of(Timing.RESPONSE);
    for (Objective objective : objectives) {
      if (objective.indicator() instanceof LatencyIndicator latency) {
        timings.add(latency.which().timing());
      }
    }
    List<Scope> inDetail =
        objectives.stream()
            .filter(
                objective ->
                    !(objective.window() instanceof Window.WholeRun)
                        || objective.terms().abortAfter().isPresent())
            .map(Objective::scope)
            .toList();
    return new RecorderSettings(
        warmUp,
        List.copyOf(rising),
        timings,
        // By label alone: samples of a stock plan are given to scenarios at the end only.
        key -> inDetail.stream().anyMatch(scope -> scope.coversRequest(key)));
  }
}
