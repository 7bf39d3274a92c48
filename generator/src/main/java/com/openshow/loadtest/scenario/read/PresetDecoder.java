package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.metrics.preset.Preset;
import com.openshow.loadtest.metrics.preset.PresetParameters;
import com.openshow.loadtest.metrics.preset.Presets;
import com.openshow.loadtest.scenario.Durations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of a ready-made claim: {@code preset}, {@code labels}, {@code over}. */
final class PresetDecoder {
  static final String PRESET = "preset";
  static final String LABELS = "labels";
  static final String OVER = "over";

  private static final Rule<Preset> NAME = Rule.choice(Presets.names(), Presets::find);
  private static final Rule<String> VALUE =
      Rule.text(
          "a label's value of 1 to 200 characters; such as \"=~db-.*\" to match an expression",
          text -> Rules.isPlain(text, 200));
  private static final Rule<Duration> TIME =
      Rule.string(
          Durations.RULE + ", from 1s to 1h, in whole seconds",
          text ->
              Durations.parse(text)
                  .filter(time -> time.toSeconds() >= 1 && time.toMillis() % 1000 == 0)
                  .filter(time -> time.compareTo(Duration.ofHours(1)) <= 0));

  private PresetDecoder() {}

  /**
   * A preset for some targets.
   *
   * @param preset the preset
   * @param parameters of which targets it speaks
   */
  record Filled(Preset preset, PresetParameters parameters) {
    String query() {
      return preset.query(parameters);
    }
  }

  /** The preset of an objective; empty where it has none, or what is wrong was told. */
  static Optional<Filled> preset(Keys keys, Located.Members object, Problems problems) {
    Optional<Preset> preset = keys.optional(PRESET, NAME);
    final Optional<Map<String, String>> labels =
        keys.optional(LABELS, Rule.object(PresetDecoder::labels));
    final Optional<Duration> over = keys.optional(OVER, TIME);
    if (!object.members().containsKey(PRESET)) {
      for (String key : new String[] {LABELS, OVER}) {
        if (object.members().containsKey(key)) {
          problems.error(
              object.placeOf(key), Text.quoted(key) + " needs the key \"preset\" beside it");
        }
      }
      return Optional.empty();
    }
    try {
      PresetParameters parameters =
          new PresetParameters(labels.orElse(Map.of()), over.orElse(PresetParameters.USUAL_OVER));
      return preset.map(one -> new Filled(one, parameters));
    } catch (IllegalArgumentException e) {
      problems.error(object.placeOf(LABELS), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<Map<String, String>> labels(Located.Members object, Problems problems) {
    Map<String, String> labels = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, value) ->
                VALUE.decode(value, problems).ifPresent(text -> labels.put(name, text)));
    return Optional.of(labels);
  }
}
