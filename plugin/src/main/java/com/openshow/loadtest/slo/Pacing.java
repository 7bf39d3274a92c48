package com.openshow.loadtest.slo;

import java.util.Objects;

/**
 * How well a scenario with a target rate kept to its schedule.
 *
 * @param scenario its name
 * @param planned how many requests were due; of Poisson arrivals, how many are on average
 * @param achieved how many were made
 * @param worstLagMillis the longest time by which a request began late, in milliseconds
 * @param totalLagMillis the sum of the times by which they began late, in milliseconds
 */
public record Pacing(
    String scenario, double planned, long achieved, long worstLagMillis, long totalLagMillis) {
  public Pacing {
    Objects.requireNonNull(scenario, "scenario");
    if (!(planned >= 0 && achieved >= 0 && worstLagMillis >= 0 && totalLagMillis >= 0)) {
      throw new IllegalArgumentException(
          "planned, achieved and lags must be at least 0, but were "
              + planned
              + ", "
              + achieved
              + ", "
              + worstLagMillis
              + " and "
              + totalLagMillis);
    }
  }

  /** Both together, of one scenario on two injectors. */
  public Pacing plus(Pacing other) {
    return new Pacing(
        scenario,
        planned + other.planned,
        achieved + other.achieved,
        Math.max(worstLagMillis, other.worstLagMillis),
        totalLagMillis + other.totalLagMillis);
  }
}
