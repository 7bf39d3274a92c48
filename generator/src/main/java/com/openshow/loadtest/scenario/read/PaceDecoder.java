package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Pace;
import com.openshow.loadtest.scenario.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of a scenario that say when its virtual users come and how fast they work. */
final class PaceDecoder {
  private static final Rule<Double> RATE =
      Rule.number("a number of requests per second, more than 0", n -> n > 0 && n <= 1e6);
  private static final Rule<Double> LEVEL =
      Rule.number("a number from 0 to 1000000", n -> n >= 0 && n <= 1e6);
  private static final Rule<List<Stage>> STAGES = Rule.list(Rule.object(PaceDecoder::stage), false);

  /** A colon would end it in a plan. */
  private static final Rule<String> STAGE_NAME =
      Rule.text(
          "a name of 1 to 100 characters without \":\", \"${\" and control characters",
          text -> Rules.isPlain(text, 100) && !text.contains(":") && text.equals(text.strip()));

  private PaceDecoder() {}

  static Pace pace(Keys keys) {
    final Optional<Double> rate = keys.optional("target_rps", RATE);
    final Optional<Boolean> poisson =
        keys.optional(
            "arrivals",
            Rule.choice(
                List.of("constant", "poisson"),
                text ->
                    List.of("constant", "poisson").contains(text)
                        ? Optional.of(text.equals("poisson"))
                        : Optional.empty()));
    final Optional<Duration> duration = keys.optional("duration", Rules.RUN_TIME);
    final Optional<Duration> startAfter = keys.optional("start_after", Rules.TIME);
    final Optional<Duration> rampUp = keys.optional("ramp_up", Rules.TIME);
    final Optional<Duration> thinkTime = keys.optional("think_time", Rules.TIME);
    final Optional<List<Stage>> stages = keys.optional("stages", STAGES);
    return new Pace(
        rate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        poisson.orElse(false),
        duration,
        startAfter.orElse(Duration.ZERO),
        rampUp,
        thinkTime,
        stages.orElse(List.of()));
  }

  private static Optional<Stage> stage(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<Duration> duration = keys.required("duration", Rules.TIME);
    Optional<Double> target = keys.required("target", LEVEL);
    final String name = keys.optional("name", STAGE_NAME).orElse("");
    keys.rejectOthers();
    return duration.flatMap(time -> target.map(level -> new Stage(name, time, level)));
  }
}
