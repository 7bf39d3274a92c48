package com.openshow.loadtest.k6;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.scenario.Stage;
import com.openshow.loadtest.scenario.Timing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** The k6 scenario of a scenario: which executor starts its iterations, and when. */
final class Executors {
  /** Digits behind the point of a rate; a tick of a second in eleven days is close enough. */
  private static final int MOST_DECIMALS = 6;

  private final LoadTest test;
  private final Notes notes;

  Executors(LoadTest test, Notes notes) {
    this.test = test;
    this.notes = notes;
  }

  Js executor(Scenario scenario, String pointer) {
    Members executor = new Members();
    Pace pace = scenario.pace();
    if (scenario.risesUntilBreach()) {
      notes.add(
          pointer + "/type",
          "k6 does not stop at the breach that a Breakpoint looks for, and tells no capacity");
    }
    if (pace.targetRps().isEmpty()) {
      rampingUsers(executor, scenario);
    } else {
      arrivals(executor, scenario, pointer);
    }
    if (!pace.startAfter().isZero()) {
      executor.code("startTime", lasting(pace.startAfter()));
    }
    return executor.with("gracefulStop", grace()).build();
  }

  private void rampingUsers(Members executor, Scenario scenario) {
    Profile profile = Profile.users(test, scenario);
    executor.with("executor", "ramping-vus");
    executor.with("startVUs", Js.number(profile.start()));
    DoubleFunction<String> users =
        level -> Long.toString(Math.min(Math.round(level), scenario.targetVus()));
    executor.with("stages", stages(profile, users)).with("gracefulRampDown", grace());
  }

  private void arrivals(Members executor, Scenario scenario, String pointer) {
    Pace pace = scenario.pace();
    if (pace.poisson()) {
      notes.add(
          pointer + "/arrivals",
          "k6 cannot let requests come at random (poisson); they come evenly, at the same rate");
    }
    if (!Timing.rampUp(test, scenario).isZero()) {
      notes.add(
          pointer + "/ramp_up",
          "with a rate, k6 has all virtual users from the start; the rate alone makes the load");
    }
    Profile profile = Profile.rate(test, scenario);
    int decimals = decimals(profile, pointer);
    String unit = BigDecimal.TEN.pow(decimals).toPlainString() + "s";
    DoubleFunction<String> rate = level -> scaled(level, decimals).toPlainString();
    if (profile.isConstant()) {
      executor.with("executor", "constant-arrival-rate").code("rate", rate.apply(profile.start()));
      executor.with("timeUnit", unit).code("duration", lasting(Timing.duration(test, scenario)));
    } else {
      executor.with("executor", "ramping-arrival-rate");
      executor.code("startRate", rate.apply(profile.start())).with("timeUnit", unit);
      executor.with("stages", stages(profile, rate));
    }
    executor
        .with("preAllocatedVUs", Js.number(scenario.targetVus()))
        .with("maxVUs", Js.number(scenario.targetVus()));
  }

  /** k6 counts whole iterations only, so that a rate of 0.5 is 5 in 10 seconds. */
  private int decimals(Profile profile, String pointer) {
    List<BigDecimal> levels =
        Stream.concat(Stream.of(profile.start()), profile.stages().stream().map(Stage::target))
            .map(level -> Numbers.decimal(level).stripTrailingZeros())
            .toList();
    int decimals = Math.max(0, levels.stream().mapToInt(BigDecimal::scale).max().orElse(0));
    if (decimals > MOST_DECIMALS) {
      notes.add(
          pointer + "/target_rps",
          "k6 takes whole numbers of iterations; rates are rounded to a millionth per second");
    }
    return Math.min(decimals, MOST_DECIMALS);
  }

  private static BigDecimal scaled(double level, int decimals) {
    BigDecimal whole =
        Numbers.decimal(level).movePointRight(decimals).setScale(0, RoundingMode.HALF_UP);
    // A rate of its own must not be rounded to none.
    return level > 0 ? whole.max(BigDecimal.ONE) : whole;
  }

  private static Js stages(Profile profile, DoubleFunction<String> target) {
    List<Js> stages = new ArrayList<>();
    for (Stage stage : profile.stages()) {
      stages.add(
          new Members()
              .code("duration", lasting(stage.duration()))
              .code("target", target.apply(stage.target()))
              .build());
    }
    return new Js.Items(stages);
  }

  /** A call that scales with the length of the test. */
  private static String lasting(Duration duration) {
    return "lasting(" + Durations.seconds(duration) + ")";
  }

  /** What has begun may go on for as long as an answer may take. */
  private String grace() {
    return Durations.wholeSeconds(test.defaults().responseTimeout()) + "s";
  }
}
