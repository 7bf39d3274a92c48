package com.openshow.loadtest.metrics.prometheus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found about a reading besides its values: each thing once. */
final class Findings {
  private static final int MOST = 20;

  private final Set<String> doubts = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  void doubt(String doubt) {
    doubts.add(doubt);
  }

  void note(String note) {
    notes.add(note);
  }

  List<String> doubts() {
    return first(doubts);
  }

  List<String> notes() {
    return first(notes);
  }

  private static List<String> first(Set<String> all) {
    List<String> first = new ArrayList<>(all.stream().limit(MOST).toList());
    if (all.size() > MOST) {
      first.add("and " + (all.size() - MOST) + " more");
    }
    return first;
  }
}
