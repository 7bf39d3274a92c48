package com.openshow.loadtest.k6;

import java.util.ArrayList;
import java.util.List;

/** What a scenario file says and k6 cannot do, so that nothing is left out in silence. */
final class Notes {
  private final List<String> lines = new ArrayList<>();

  /**
   * Adds a note.
   *
   * @param pointer the JSON pointer of what cannot be done
   * @param text what k6 does instead
   */
  void add(String pointer, String text) {
    lines.add(pointer + ": " + text);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
