package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Durations;
import com.openshow.loadtest.scenario.FaultPhase;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.slo.Comparison;
import com.openshow.loadtest.slo.ErrorRate;
import com.openshow.loadtest.slo.FaultWindow;
import com.openshow.loadtest.slo.Indicator;
import com.openshow.loadtest.slo.IndicatorKind;
import com.openshow.loadtest.slo.LatencyIndicator;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.OnNoData;
import com.openshow.loadtest.slo.Severity;
import com.openshow.loadtest.slo.Target;
import com.openshow.loadtest.slo.Terms;
import com.openshow.loadtest.slo.WhichLatency;
import com.openshow.loadtest.slo.Window;
import com.openshow.loadtest.slo.measure.Timing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The entries of the list of objectives. */
final class ObjectiveDecoder {
  private static final Rule<Duration> SECONDS =
      Rule.string(
          Durations.RULE + ", from 1s to 7 days, in whole seconds",
          text ->
              Durations.parse(text)
                  .filter(time -> time.toSeconds() >= 1 && time.toMillis() % 1000 == 0)
                  .filter(time -> time.compareTo(Duration.ofDays(7)) <= 0));
  static final Rule<Comparison> OP =
      Rule.choice(
          Comparison.labels(), text -> Comparison.of(text).filter(one -> one.label().equals(text)));

  private static final Rule<Double> SHARE =
      Rule.number("a number greater than 0 and at most 100", n -> n > 0 && n <= 100);
  private static final Rule<Target> TARGET =
      new Rule<>(Target.GRAMMAR, (value, problems) -> Rule.Result.of(target(value)));

  private final ObjectiveScopes scopes;
  private final boolean strict;
  private final WindowRule windows;

  private ObjectiveDecoder(List<Scenario> scenarios, boolean strict, WindowRule windows) {
    this.scopes = new ObjectiveScopes(scenarios);
    this.strict = strict;
    this.windows = windows;
  }

  private ObjectiveDecoder(List<Scenario> scenarios, boolean strict) {
    this.scopes = new ObjectiveScopes(scenarios);
    this.strict = strict;
    this.windows = this::window;
  }

  /** How the window of an entry is read. */
  @FunctionalInterface
  private interface WindowRule {
    Optional<Window> read(
        Keys keys,
        Located.Members object,
        Optional<ObjectiveScopes.Chosen> scope,
        Problems problems);
  }

  /**
   * A rule for the whole list.
   *
   * @param scenarios those of the file; none when they could not be read
   * @param strict what holds for an objective that does not say
   */
  static Rule<List<List<Objective>>> list(List<Scenario> scenarios, boolean strict) {
    ObjectiveDecoder decoder = new ObjectiveDecoder(scenarios, strict);
    return Rule.list(Rule.object(decoder::objective), true);
  }

  /** A rule for what is expected in a phase of a fault. */
  static Rule<List<List<Objective>>> expected(
      List<Scenario> scenarios, boolean strict, String fault, FaultPhase phase) {
    WindowRule windows = (keys, object, scope, problems) -> window(keys, fault, phase);
    ObjectiveDecoder decoder = new ObjectiveDecoder(scenarios, strict, windows);
    return Rule.list(Rule.object(decoder::objective), true);
  }

  private static Optional<Window> window(Keys keys, String fault, FaultPhase phase) {
    return switch (phase) {
      case BEFORE -> Optional.of(new FaultWindow.Before(fault));
      case DURING -> Optional.of(new FaultWindow.During(fault));
      case AFTER -> Optional.of(new FaultWindow.After(fault, keys.optional("time", SECONDS)));
      case RECOVERY ->
          keys.required("recovers", SECONDS).map(time -> new FaultWindow.Recovery(fault, time));
    };
  }

  /** A rule for the name of a file of OpenSLO, whose promises are read as those of the list are. */
  static Rule<List<List<Objective>>> file(List<Scenario> scenarios, boolean strict) {
    ObjectiveDecoder decoder = new ObjectiveDecoder(scenarios, strict);
    return new Rule<>(
        AttachedText.NAME.expected(),
        (value, problems) ->
            new Rule.Result<>(
                AttachedText.NAME
                    .decode(value, problems)
                    .flatMap(name -> decoder.file(name, value, problems)),
                true));
  }

  private Optional<List<List<Objective>>> file(String name, Located value, Problems problems) {
    Problems own = problems.of(name);
    return AttachedText.read(name, value, problems)
        .map(
            text ->
                OpenSloReader.entries(text, own).stream()
                    .flatMap(entry -> objective(entry, own).stream())
                    .toList());
  }

  private Optional<List<Objective>> objective(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Optional<Indicator> indicator = indicator(keys, problems, object);
    final Optional<Comparison> op = keys.optional("op", OP);
    final Optional<Target> target = keys.required("target", TARGET);
    final Optional<Terms> terms = Optional.of(terms(keys, true, strict));
    final Optional<ObjectiveScopes.Chosen> scope = scopes.choose(keys, object, problems);
    final Optional<Window> window = windows.read(keys, object, scope, problems);
    keys.rejectOthers();
    if (indicator.isEmpty() || target.isEmpty() || scope.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    if (indicator.get() instanceof ErrorRate
        && target.get() instanceof Target.Fixed fixed
        && fixed.value() > 100) {
      problems.error(object.placeOf("target"), "must be 0 to 100 for error_rate");
      return Optional.empty();
    }
    Optional<String> refusal =
        Objective.refusal(indicator.get(), target.get(), window.get(), terms.orElseThrow());
    if (refusal.isPresent()) {
      problems.error(object.placeOf("target"), refusal.get());
      return Optional.empty();
    }
    if (!scopes.canBe(scope.get(), indicator.get(), object, problems)) {
      return Optional.empty();
    }
    return Optional.of(
        scopes.of(scope.get(), indicator.get()).stream()
            .map(
                one ->
                    new Objective(
                        one.scope(),
                        one.indicator(),
                        op.orElse(one.indicator().usual()),
                        target.get(),
                        window.get(),
                        terms.orElseThrow()))
            .toList());
  }

  private static Optional<Target> target(Located value) {
    if (value instanceof Located.Digits digits) {
      double number = Double.parseDouble(digits.value());
      return Optional.of(number).filter(n -> n >= 0 && n <= 1e9).map(Target.Fixed::new);
    }
    return value instanceof Located.Chars chars
        ? Target.find(chars.value()).filter(Target.OfBaseline.class::isInstance)
        : Optional.empty();
  }

  private Optional<Indicator> indicator(Keys keys, Problems problems, Located.Members object) {
    final Optional<Indicator> indicator = keys.required("indicator", INDICATOR);
    final Optional<Timing> timing =
        keys.optional("latency", Rule.choice(Timing.labels(), Timing::of));
    final Optional<Boolean> failed = keys.optional("failed_counted", Rules.BOOLEAN);
    if (timing.isEmpty() && failed.isEmpty()) {
      return indicator;
    }
    if (indicator.isPresent() && !(indicator.get() instanceof LatencyIndicator)) {
      problems.error(
          object.placeOf(timing.isPresent() ? "latency" : "failed_counted"),
          "is for latencies (p95, avg, min, max), but the indicator is " + indicator.get().kind());
      return Optional.empty();
    }
    return indicator.map(
        one -> {
          WhichLatency said = ((LatencyIndicator) one).which();
          return ((LatencyIndicator) one)
              .over(
                  new WhichLatency(
                      timing.orElse(said.timing()), failed.orElse(said.failedCounted())));
        });
  }

  private static final Rule<Indicator> INDICATOR =
      Rule.choice(
          IndicatorKind.labels(),
          text ->
              // The declared weight is that of the endpoint.
              text.equals(IndicatorKind.WEIGHT.label())
                  ? Optional.of(ObjectiveScopes.ANY_WEIGHT)
                  : IndicatorKind.find(text)
                      .filter(indicator -> !indicator.kind().startsWith("weight")));

  /** The terms of an objective for which strict has no meaning. */
  static Terms terms(Keys keys) {
    return terms(keys, false, false);
  }

  private static Terms terms(Keys keys, boolean canBeStrict, boolean strict) {
    Optional<Severity> severity = keys.optional("severity", choice(Severity.values()));
    Optional<OnNoData> onNoData = keys.optional("on_no_data", choice(OnNoData.values()));
    Optional<Boolean> own = canBeStrict ? keys.optional("strict", Rules.BOOLEAN) : Optional.empty();
    Optional<Duration> abort = keys.optional("abort", SECONDS);
    return new Terms(
        severity.orElse(Severity.FAIL),
        onNoData.orElse(OnNoData.INCONCLUSIVE),
        own.orElse(strict),
        abort);
  }

  private static <E extends Enum<E>> Rule<E> choice(E[] values) {
    return Rule.choice(
        Arrays.stream(values).map(ObjectiveDecoder::lower).toList(),
        text -> Arrays.stream(values).filter(value -> lower(value).equals(text)).findFirst());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Optional<Window> window(
      Keys keys,
      Located.Members object,
      Optional<ObjectiveScopes.Chosen> scope,
      Problems problems) {
    final Optional<String> stage = keys.optional("stage", Rules.PLAIN);
    final Optional<Duration> sustained = keys.optional("for", SECONDS);
    final Optional<Window> slices = keys.optional("slices", Rule.object(ObjectiveDecoder::slices));
    List<String> said =
        List.of("stage", "for", "slices").stream().filter(object.members()::containsKey).toList();
    if (said.size() > 1) {
      problems.error(
          object.place(), "must have at most one of stage, for, slices, but has " + said);
      return Optional.empty();
    }
    if (said.isEmpty()) {
      return Optional.of(new Window.WholeRun());
    }
    return slices
        .or(() -> sustained.map(Window.Sustained::new))
        .or(
            () ->
                stage.flatMap(
                    name ->
                        scope.flatMap(
                            chosen ->
                                scopes.stage(name, chosen, object.placeOf("stage"), problems))));
  }

  private static Optional<Window> slices(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<Duration> length = keys.required("length", SECONDS);
    Optional<Double> target = keys.required("target", SHARE);
    keys.rejectOthers();
    return length.flatMap(time -> target.map(share -> new Window.Slices(time, share)));
  }
}
