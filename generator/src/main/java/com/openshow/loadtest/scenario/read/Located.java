package com.openshow.loadtest.scenario.read;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Located {
  Place place();

  /**
   * Where a value stands.
   *
   * @param pointer its JSON pointer
   * @param line counted from 1
   * @param column counted from 1
   */
  record Place(String pointer, int line, int column) {}

  /** An object; its members in the file's order. */
  record Members(Place place, Map<String, Located> members) implements Located {
    /** Where the value of a key stands; the object itself where there is none. */
    Place placeOf(String key) {
      Located value = members.get(key);
      return value == null ? place : value.place();
    }
  }

  /** An array. */
  record Elements(Place place, List<Located> elements) implements Located {}

  /** A string. */
  record Chars(Place place, String value) implements Located {}

  /** A number as it is written. */
  record Digits(Place place, String value) implements Located {}

  /** {@code true}, {@code false} or {@code null}. */
  record Literal(Place place, String value) implements Located {}
}
