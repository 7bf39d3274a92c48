package com.openshow.loadtest.schedule;

/**
 * A part of a profile: from the level before, in a straight line to the target.
 *
 * @param seconds how long it takes, at least 0; 0 is a jump
 * @param target the level at its end, at least 0
 */
public record Stage(double seconds, double target) {
  public Stage {
    if (!(seconds >= 0 && seconds <= 1e9)) {
      throw new IllegalArgumentException("a stage's seconds must be 0 to 1e9, but were " + seconds);
    }
    if (!(target >= 0 && target <= 1e9)) {
      throw new IllegalArgumentException("a stage's target must be 0 to 1e9, but was " + target);
    }
  }
}
