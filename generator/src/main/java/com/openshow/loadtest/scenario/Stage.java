package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.Objects;

/**
 * A part of a load profile: from the level before, in a straight line to the target.
 *
 * @param name what people call it; may be empty
 * @param duration how long it takes, 0 for a jump
 * @param target the level at its end, at least 0: requests per second where the scenario has a
 *     target rate, else virtual users
 */
public record Stage(String name, Duration duration, double target) {
  public Stage {
    Objects.requireNonNull(name, "name");
    Require.that(!duration.isNegative(), "duration must not be negative", duration);
    Require.that(target >= 0 && target <= 1e6, "target must be 0 to 1000000", target);
  }
}
