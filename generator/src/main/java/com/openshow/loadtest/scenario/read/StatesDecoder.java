package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.metrics.StateCounter;
import com.openshow.loadtest.metrics.StateMetric;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.preset.Preset;
import com.openshow.loadtest.scenario.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a sequence of states. */
final class StatesDecoder {
  /** The keys that only a sequence of states has. */
  static final List<String> KEYS =
      List.of("states", "state_label", "state_values", "shortest_state", "counters");

  private static final Rule<String> STATE =
      Rule.text(
          "a state: 1 to 50 letters, digits, \"_\" and \"-\"",
          text -> text.matches("[A-Za-z0-9_-]{1,50}") && !text.contains("->"));
  private static final Rule<Duration> TIME =
      Rule.string(
          Durations.RULE + ", from 1ms to 1h",
          text ->
              Durations.parse(text)
                  .filter(time -> !time.isZero())
                  .filter(time -> time.compareTo(Duration.ofHours(1)) <= 0));
  private static final Rule<String> LABEL =
      Rule.text(
          "the name of a label, such as state", text -> text.matches("[a-zA-Z_][a-zA-Z0-9_]*"));
  private static final Rule<Integer> NUMBER = Rule.whole(-1_000_000, 1_000_000);
  private static final Rule<String> SELECTOR =
      Rule.text(
          BackendDecoder.QUERY.expected() + " and \" | \"",
          text -> Rules.isPlain(text, 2000) && !text.contains(" | "));

  private StatesDecoder() {}

  /**
   * The claim.
   *
   * @param preset says what the keys do not
   */
  static Optional<StatesClaim> claim(
      Keys keys, Located.Members object, Optional<PresetDecoder.Filled> preset, Problems problems) {
    boolean isPreset = object.members().containsKey(PresetDecoder.PRESET);
    Optional<String> query =
        (isPreset ? keys.optional("query", SELECTOR) : keys.required("query", SELECTOR))
            .or(() -> preset.map(PresetDecoder.Filled::query));
    Optional<Preset.States> ofPreset =
        preset
            .map(PresetDecoder.Filled::preset)
            .filter(Preset.States.class::isInstance)
            .map(Preset.States.class::cast);
    Optional<List<String>> states = keys.required("states", Rule.list(STATE, false));
    final Optional<String> label = keys.optional("state_label", LABEL);
    final Optional<Map<String, Integer>> numbers = keys.optional("state_values", byState(NUMBER));
    final Map<String, Duration> shortest =
        keys.optional("shortest_state", byState(TIME)).orElse(Map.of());
    final List<StateCounter> counters =
        keys.optional("counters", Rule.list(Rule.object(StatesDecoder::counter), true))
            .or(
                () ->
                    ofPreset.flatMap(
                        one -> preset.map(filled -> one.counters(filled.parameters()))))
            .orElse(List.of());
    if (object.members().containsKey("state_label")
        && object.members().containsKey("state_values")) {
      problems.error(
          object.place(), "must have at most one of state_label, state_values, but has both");
      return Optional.empty();
    }
    if (query.isEmpty() || states.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StatesClaim(
              query.get(),
              numbers
                  .<StateMetric>map(StatesDecoder::byValue)
                  .or(() -> label.map(StateMetric.ByLabel::new))
                  .or(() -> ofPreset.map(Preset.States::metric))
                  .orElseGet(() -> new StateMetric.ByLabel("state")),
              states.get(),
              shortest,
              counters));
    } catch (IllegalArgumentException e) {
      problems.error(object.placeOf("states"), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static StateMetric byValue(Map<String, Integer> numbers) {
    Map<Long, String> names = new LinkedHashMap<>();
    numbers.forEach(
        (state, number) -> {
          if (names.put(number.longValue(), state) != null) {
            throw new IllegalArgumentException("two states have the value " + number);
          }
        });
    return new StateMetric.ByValue(names);
  }

  private static Optional<StateCounter> counter(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> query = keys.required("query", SELECTOR);
    final Optional<String> state = keys.optional("state", STATE);
    keys.rejectOthers();
    return query.map(selector -> new StateCounter(selector, state));
  }

  /** An object whose keys are states. */
  private static <T> Rule<Map<String, T>> byState(Rule<T> rule) {
    return Rule.object(
        (object, problems) -> {
          Map<String, T> map = new LinkedHashMap<>();
          object
              .members()
              .forEach(
                  (state, value) -> {
                    if (!state.matches("[A-Za-z0-9_-]{1,50}")) {
                      problems.error(value.place(), "not a state: " + Text.quoted(state));
                    }
                    rule.decode(value, problems).ifPresent(decoded -> map.put(state, decoded));
                  });
          return Optional.of(map);
        });
  }
}
