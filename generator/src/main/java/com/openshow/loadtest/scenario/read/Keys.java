package com.openshow.loadtest.scenario.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of one object, asked for by name. Whatever was never asked for is an unknown key: so
 * the list of known keys is written once, as the questions of a decoder.
 */
final class Keys {
  private final Located.Members object;
  private final Problems problems;
  private final List<String> known = new ArrayList<>();

  Keys(Located.Members object, Problems problems) {
    this.object = object;
    this.problems = problems;
  }

  <T> Optional<T> required(String key, Rule<T> rule) {
    if (!object.members().containsKey(key)) {
      problems.error(
          object.place(), "the key " + Text.quoted(key) + " is missing: " + rule.expected());
    }
    return optional(key, rule);
  }

  <T> Optional<T> optional(String key, Rule<T> rule) {
    known.add(key);
    return Optional.ofNullable(object.members().get(key)).flatMap(v -> rule.decode(v, problems));
  }

  /**
   * Keys that are known, but have no place here.
   *
   * @param why for each that is there nevertheless
   * @return whether none is there
   */
  boolean reject(Collection<String> keys, String why) {
    known.addAll(keys);
    List<String> there = keys.stream().filter(object.members()::containsKey).toList();
    there.forEach(key -> problems.error(object.placeOf(key), Text.quoted(key) + " " + why));
    return there.isEmpty();
  }

  /** Reports the keys nobody asked for. */
  void rejectOthers() {
    for (Map.Entry<String, Located> member : object.members().entrySet()) {
      if (!known.contains(member.getKey())) {
        problems.error(
            member.getValue().place(),
            "unknown key "
                + Text.quoted(member.getKey())
                + Text.didYouMean(member.getKey(), known)
                + " Known keys: "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
  }
}
