package com.openshow.loadtest.metrics.run;

import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.archive.Archive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Several runs that are judged as one, such as those of several plans one after another. */
public final class Runs {
  private Runs() {}

  /**
   * Of each objective the run in which it stood worst, which its reason names.
   *
   * @param rounds by the runs' names, at least one; all of the same objectives
   */
  public static Round worst(Map<String, Round> rounds) {
    List<Round> all = List.copyOf(rounds.values());
    if (all.size() == 1) {
      return all.get(0);
    }
    List<BackendOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < all.get(0).outcomes().size(); i++) {
      int index = i;
      outcomes.add(
          withTime(rounds, index)
              .map(run -> named(run.getKey(), run.getValue().outcomes().get(index)))
              .min(Comparator.comparingInt(BackendOutcome::rank).thenComparingDouble(Runs::room))
              .orElseThrow());
    }
    return new Round(
        outcomes,
        all.stream().map(Round::aborted).flatMap(Optional::stream).findFirst(),
        all.stream().map(Round::archive).reduce(Archive.EMPTY, Archive::plus));
  }

  /** Those that know the objective's window; all of them when none does. */
  private static Stream<Map.Entry<String, Round>> withTime(
      Map<String, Round> rounds, int objective) {
    List<Map.Entry<String, Round>> known =
        rounds.entrySet().stream()
            .filter(run -> Round.hasTime(run.getValue().outcomes().get(objective)))
            .toList();
    return known.isEmpty() ? rounds.entrySet().stream() : known.stream();
  }

  private static BackendOutcome named(String run, BackendOutcome outcome) {
    return outcome.because("in " + run + ": " + outcome.reason());
  }

  /** How far the value is from being a breach; the less, the worse. */
  private static double room(BackendOutcome outcome) {
    if (outcome.observed().isEmpty() || outcome.bar().isEmpty()) {
      return 0;
    }
    double value = outcome.observed().getAsDouble();
    return outcome.bar().get().op().isMinimum() ? value : -value;
  }
}
