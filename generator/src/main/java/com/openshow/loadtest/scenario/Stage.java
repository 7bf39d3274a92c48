package com.openshow.loadtest.scenario;

import java.time.Duration;

/**
 * A part of a load profile: from the level before, in a straight line to the target.
 *
 * @param duration how long it takes, 0 for a jump
 * @param target the level at its end, at least 0: requests per second where the scenario has a
 *     target rate, else virtual users
 */
public record Stage(Duration duration, double target) {
  public Stage {
    Require.that(!duration.isNegative(), "duration must not be negative", duration);
    Require.that(target >= 0 && target <= 1e6, "target must be 0 to 1000000", target);
  }
}
