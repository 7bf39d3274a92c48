package com.openshow.loadtest.jmeter;

import com.openshow.loadtest.data.UniqueData;
import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueOption;
import com.openshow.loadtest.data.UniqueSource;
import com.openshow.loadtest.data.UniqueType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an element's form says of unique data, and where they come from as long as it says the same.
 * One thread only: JMeter clones elements for each.
 */
final class UniqueSpec {
  private final Map<UniqueOption, String> options = new EnumMap<>(UniqueOption.class);
  private String key;
  private String prefix = "";
  private String variable = "";

  private @Nullable UniqueData run;
  private @Nullable UniqueSource source;
  private final Map<String, String> names = new HashMap<>();

  /** Data of a {@link UniqueKind#key}. */
  UniqueSpec(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  void key(@Nullable String text) {
    if (!key.equals(text)) {
      key = text == null ? "" : text;
      source = null;
    }
  }

  String prefix() {
    return prefix;
  }

  void prefix(@Nullable String text) {
    if (!prefix.equals(text)) {
      prefix = text == null ? "" : text;
      source = null;
    }
  }

  String variable() {
    return variable;
  }

  void variable(@Nullable String text) {
    if (!variable.equals(text)) {
      variable = text == null ? "" : text;
      source = null;
    }
  }

  String option(UniqueOption option) {
    return options.getOrDefault(option, "");
  }

  boolean flag(UniqueOption option) {
    return Boolean.parseBoolean(option(option));
  }

  void option(UniqueOption option, @Nullable String text) {
    String known = text == null ? "" : text;
    if (!option(option).equals(known)) {
      options.put(option, known);
      source = null;
    }
  }

  /** A flag that is not set is as good as none: most types do not have it. */
  void flag(UniqueOption option, boolean isSet) {
    option(option, isSet ? "true" : "");
  }

  /**
   * The type that the form describes.
   *
   * @throws UniqueDataException with every problem
   */
  UniqueType type() {
    Map<String, String> texts = new HashMap<>();
    options.forEach((option, text) -> texts.put(option.key(), text));
    return UniqueKind.read(key.trim(), texts);
  }

  /** The names of the variables that are written. */
  List<String> names(UniqueType type) {
    List<String> own = type.variables();
    return own.stream()
        .map(
            name ->
                name.equals(own.get(0)) && !variable.isBlank()
                    ? variable.trim()
                    : prefix.trim() + name)
        .toList();
  }

  /**
   * Draws a new value of the run, and hands over its variables.
   *
   * @throws UniqueDataException when there is none
   */
  void draw(BiConsumer<? super String, ? super String> variables) {
    source().next((name, value) -> variables.accept(names.getOrDefault(name, name), value));
  }

  private UniqueSource source() {
    UniqueData now = UniqueRun.current();
    UniqueSource known = source;
    if (known == null || run != now) {
      UniqueType type = type();
      known = now.source(type);
      names.clear();
      List<String> written = names(type);
      for (int i = 0; i < written.size(); i++) {
        names.put(type.variables().get(i), written.get(i));
      }
      run = now;
      source = known;
    }
    return known;
  }
}
