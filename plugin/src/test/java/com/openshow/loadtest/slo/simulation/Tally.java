package com.openshow.loadtest.slo.simulation;

import com.openshow.loadtest.slo.confidence.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** How often each word was said. */
final class Tally {
  private final Map<Word, Integer> counts = new EnumMap<>(Word.class);
  private int runs;

  static Tally of(int runs, Supplier<Word> run) {
    Tally tally = new Tally();
    for (int i = 0; i < runs; i++) {
      tally.add(run.get());
    }
    return tally;
  }

  void add(Word word) {
    counts.merge(word, 1, Integer::sum);
    runs++;
  }

  /** The share of runs of which one of these was said, 0 to 1. */
  double share(Word... words) {
    int sum = 0;
    for (Word word : words) {
      sum += counts.getOrDefault(word, 0);
    }
    return sum / (double) runs;
  }

  /**
   * The greatest share that so many runs of an event with the stated risk may show: three standard
   * errors above it.
   */
  double mostOfTheRisk() {
    return Interval.RISK + 3 * Math.sqrt(Interval.RISK * (1 - Interval.RISK) / runs);
  }
}
