package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Verdict;
import java.util.List;

/**
 * Holds an objective against what its source answers. What could not be had, is partial, or is not
 * all there cannot pass; what was seen to be a breach, whatever is missing, fails.
 */
public final class BackendJudge {
  private BackendJudge() {}

  /**
   * Asks the source, and judges.
   *
   * @param source that of the objective's name
   * @param range the time that the objective's window stands for
   */
  public static BackendOutcome judge(
      BackendObjective objective, MetricsSource source, TimeRange range) {
    if (objective.claim() instanceof StatesClaim states) {
      return new StatesJudge(objective, states, range).judge(source);
    }
    Reading reading = source.read(objective.claim().query(), range);
    return reading instanceof Reading.Values values
        ? new ValueJudge(objective, (ValueClaim) objective.claim(), range).judge(values)
        : unavailable(objective, range, ((Reading.Unavailable) reading).reason());
  }

  /**
   * The outcome of an objective of which nothing could be had: inconclusive, or a breach where it
   * asks for that. Never a pass, since nobody knows whether there were data.
   *
   * @param why a sentence without a full stop
   */
  public static BackendOutcome unavailable(
      BackendObjective objective, TimeRange range, String why) {
    Verdict verdict =
        objective.terms().onNoData() == OnNoData.FAIL ? Verdict.FAIL : Verdict.INCONCLUSIVE;
    return new BackendOutcome(objective, range, List.of(), List.of(), verdict, why, List.of());
  }

  /** The outcome of an objective whose query matched nothing. */
  static BackendOutcome nothing(
      BackendObjective objective, TimeRange range, Reading.Values values) {
    String empty =
        "nothing matches "
            + objective.claim().query()
            + ": are the names of the metric and its labels right, and was its target scraped?";
    if (!values.doubts().isEmpty()) {
      return unavailable(objective, range, empty + " " + String.join("; ", values.doubts()));
    }
    return new BackendOutcome(
        objective,
        range,
        List.of(),
        List.of(),
        objective.terms().onNoData().verdict(),
        empty,
        values.notes());
  }
}
