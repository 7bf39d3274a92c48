package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.data.UniqueDataException;
import com.openshow.loadtest.data.UniqueKind;
import com.openshow.loadtest.data.UniqueOption;
import com.openshow.loadtest.scenario.FillerValue;
import com.openshow.loadtest.scenario.Template;
import com.openshow.loadtest.scenario.UniqueValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Unique values: {@code {"unique": "email", "var": "email", "max_length": 60}}. */
final class UniqueDecoder {
  /** The key that tells such an object from others in a body. */
  static final String UNIQUE = "unique";

  /** The key {@code data_type}: the name of a type, or an object. */
  static final Rule<UniqueValue> DATA_TYPE =
      new Rule<>(
          "one of " + String.join(", ", UniqueValue.labels()),
          (value, problems) ->
              value instanceof Located.Members object
                  ? new Rule.Result<>(value(object, UniqueValue.DATA_TYPE, problems), true)
                  : new Rule.Result<>(
                      kinds().decode(value, problems).flatMap(kind -> plain(kind, value, problems)),
                      true));

  /** The key {@code var}. */
  static final Rule<String> VARIABLE =
      Rule.text("a variable's name (" + Template.NAME_RULE + ")", Template::isName);

  private static final Rule<String> TEXT =
      Rule.text("a text without \"${\" and control characters", text -> Rules.isPlain(text, 1_000));

  private UniqueDecoder() {}

  private static Rule<UniqueKind> kinds() {
    return Rule.choice(UniqueValue.labels(), UniqueValue::kind);
  }

  private static Optional<UniqueValue> plain(UniqueKind kind, Located value, Problems problems) {
    try {
      return Optional.of(UniqueValue.plain(kind));
    } catch (UniqueDataException e) {
      problems.error(
          value.place(),
          "must say more, such as {\"unique\": "
              + Text.quoted(kind.key())
              + ", ...}: "
              + String.join("; ", e.problems()));
      return Optional.empty();
    }
  }

  /**
   * A value of an object that has the key {@code unique}.
   *
   * @param origin the key of the request in which it stands
   */
  static Optional<UniqueValue> value(Located.Members object, String origin, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Optional<UniqueKind> kind =
        keys.required(UNIQUE, Rule.choice(UniqueKind.keys(), UniqueKind::of));
    final Optional<String> variable = keys.optional("var", VARIABLE);
    Map<String, String> options = new HashMap<>();
    boolean right = true;
    for (UniqueOption option : UniqueOption.values()) {
      Optional<String> said = keys.optional(option.key(), rule(option));
      said.ifPresent(text -> options.put(option.key(), text));
      right &= said.isPresent() || !object.members().containsKey(option.key());
    }
    keys.rejectOthers();
    if (kind.isEmpty() || !right) {
      return Optional.empty();
    }
    try {
      return Optional.of(new UniqueValue(kind.get().read(options), options, variable, origin));
    } catch (UniqueDataException e) {
      e.problems().forEach(problem -> problems.error(object.place(), problem));
      return Optional.empty();
    }
  }

  private static Rule<String> rule(UniqueOption option) {
    return switch (option) {
      case MAX_LENGTH -> Rule.whole(1, 10_000).map(String::valueOf);
      case OWN_DOMAIN -> Rules.BOOLEAN.map(String::valueOf);
      case DOMAIN, FORMAT, RANGE, PATTERN -> TEXT;
    };
  }

  /** Reports a variable that two values of a request write; true when there is none. */
  static boolean areDistinct(
      List<UniqueValue> values, List<FillerValue> fillers, Located request, Problems problems) {
    Set<String> seen = new HashSet<>();
    boolean right = true;
    for (UniqueValue value : values) {
      for (String name : value.variables()) {
        right &= isFresh("two unique values write", name, seen, request, problems);
      }
    }
    for (FillerValue filler : fillers) {
      right &=
          isFresh("filler and another value write", filler.variable(), seen, request, problems);
    }
    return right;
  }

  private static boolean isFresh(
      String who, String name, Set<String> seen, Located request, Problems problems) {
    boolean fresh = seen.add(name);
    if (!fresh) {
      problems.error(
          request.place(), who + " the variable {" + name + "}; give one another \"var\"");
    }
    return fresh;
  }
}
