package com.openshow.loadtest.scenario;

import java.time.Duration;
import java.util.Optional;

/** When a scenario runs, once all that may say so has been asked: itself, the test, its type. */
public final class Timing {
  /** The mean pause after an iteration where nobody says otherwise. */
  public static final Duration THINK_TIME = Duration.ofSeconds(1);

  private Timing() {}

  /** How long it runs. */
  public static Duration duration(LoadTest test, Scenario scenario) {
    Pace pace = scenario.pace();
    return pace.duration()
        .orElseGet(() -> pace.stages().isEmpty() ? test.globalDuration() : pace.stagesDuration());
  }

  /**
   * The time in which its virtual users start. Stages say by themselves when virtual users come; a
   * schedule wants all from its start.
   */
  public static Duration rampUp(LoadTest test, Scenario scenario) {
    Pace pace = scenario.pace();
    if (pace.rampUp().isPresent()) {
      return pace.rampUp().get();
    }
    return pace.stages().isEmpty() && pace.targetRps().isEmpty()
        ? scenario.type().rampUp(duration(test, scenario))
        : Duration.ZERO;
  }

  /**
   * The mean pause after an iteration; empty when nobody pauses: a schedule says when the next
   * request is due, unless the file asks for a pause besides.
   */
  public static Optional<Duration> thinkTime(LoadTest test, Scenario scenario) {
    Optional<Duration> declared = scenario.pace().thinkTime().or(() -> test.defaults().thinkTime());
    return declared.isEmpty() && scenario.pace().targetRps().isEmpty()
        ? Optional.of(THINK_TIME)
        : declared;
  }
}
