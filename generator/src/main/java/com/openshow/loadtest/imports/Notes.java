package com.openshow.loadtest.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the user of an import should look at: each once, in one line, in the order found. */
final class Notes {
  private static final int MOST = 200;

  private final Set<String> lines = new LinkedHashSet<>();
  private int left;

  void warn(String message) {
    String line = Plain.line(message, 500);
    if (lines.size() < MOST) {
      lines.add(line);
    } else if (!lines.contains(line)) {
      left++;
    }
  }

  List<String> lines() {
    Set<String> all = new LinkedHashSet<>(lines);
    if (left > 0) {
      all.add("and " + left + " warnings more");
    }
    return List.copyOf(all);
  }
}
