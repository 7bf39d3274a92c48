package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When the virtual users of a scenario come, and how fast they work.
 *
 * @param targetRps requests per second of all of them, more than 0; for a flow, its starts per
 *     second
 * @param poisson whether the requests come at random, as those of many people do, and not evenly
 * @param duration how long it runs; empty: as long as the whole test
 * @param startAfter how long after the start of the test it begins
 * @param rampUp the time in which its virtual users start; empty: what its type says
 * @param thinkTime the mean pause after each iteration
 * @param stages its profile, when it is not that of its type
 */
public record Pace(
    OptionalDouble targetRps,
    boolean poisson,
    Optional<Duration> duration,
    Duration startAfter,
    Optional<Duration> rampUp,
    Optional<Duration> thinkTime,
    List<Stage> stages) {
  /** Nothing said. */
  public static final Pace STANDARD =
      new Pace(
          OptionalDouble.empty(),
          false,
          Optional.empty(),
          Duration.ZERO,
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Pace {
    double rate = targetRps.orElse(1);
    Require.that(rate > 0 && rate <= 1e6, "targetRps must be more than 0", rate);
    stages = List.copyOf(stages);
  }

  /** How long the stages take together. */
  public Duration stagesDuration() {
    return stages.stream().map(Stage::duration).reduce(Duration.ZERO, Duration::plus);
  }
}
