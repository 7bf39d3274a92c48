package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Fault;
import java.util.List;
import java.util.Optional;

/**
 * The names of the faults of a file, for those who speak of them.
 *
 * @param names in the file's order
 * @param isWhole whether all of them could be read
 */
record FaultNames(List<String> names, boolean isWhole) {
  /** The key of the one that is meant. */
  static final String KEY = "fault";

  FaultNames {
    names = List.copyOf(names);
  }

  /**
   * Those of a list.
   *
   * @param faults empty where the list is not there, or cannot be read
   */
  static FaultNames of(Optional<List<Fault>> faults, Located.Members file) {
    return new FaultNames(
        faults.orElse(List.of()).stream().map(Fault::name).toList(),
        faults.isPresent() || !file.members().containsKey("faults"));
  }

  /** The fault that the key names; reports one that is none. */
  Optional<String> optional(Keys keys, Located.Members object, Problems problems) {
    Optional<String> name = keys.optional(KEY, Rules.PLAIN);
    if (name.isEmpty() || !isWhole || names.contains(name.get())) {
      return name;
    }
    problems.error(
        object.placeOf(KEY),
        "no fault is called "
            + Text.quoted(name.get())
            + (names.isEmpty()
                ? "; there is none: add \"faults\" to the file"
                : "; there are: " + String.join(", ", names) + Text.didYouMean(name.get(), names)));
    return Optional.empty();
  }
}
