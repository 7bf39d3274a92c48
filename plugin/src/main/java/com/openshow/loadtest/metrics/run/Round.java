package com.openshow.loadtest.metrics.run;

import com.openshow.loadtest.metrics.BackendJudge;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.BackendWatch;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.Windows;
import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.metrics.archive.RecordingSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What objectives came to when their sources were asked once.
 *
 * @param outcomes in the objectives' order
 * @param aborted which of them has the test stopped, and why; empty when none has
 * @param archive what the sources answered
 */
public record Round(List<BackendOutcome> outcomes, Optional<String> aborted, Archive archive) {
  /** Nothing was promised. */
  public static final Round NONE = new Round(List.of(), Optional.empty(), Archive.EMPTY);

  private static final TimeRange NO_TIME = new TimeRange(Instant.EPOCH, Instant.EPOCH);

  public Round {
    outcomes = List.copyOf(outcomes);
  }

  /** Asks one source for all objectives that speak of it. */
  static Round of(List<BackendObjective> objectives, MetricsSource source, Windows windows) {
    RecordingSource recording = new RecordingSource(source);
    List<BackendOutcome> outcomes = new ArrayList<>();
    Optional<String> aborted = Optional.empty();
    for (BackendObjective objective : objectives) {
      Optional<TimeRange> range = windows.range(objective);
      if (range.isEmpty()) {
        outcomes.add(notThere(objective));
        continue;
      }
      BackendOutcome outcome = BackendJudge.judge(objective, recording, range.get());
      Optional<String> why = abort(objective, recording, range.get());
      aborted = aborted.or(() -> why);
      outcomes.add(why.map(outcome::breached).orElse(outcome));
    }
    return new Round(
        outcomes,
        aborted,
        Archive.of(recording, outcomes.stream().filter(Round::hasTime).toList()));
  }

  /** Judges from what was kept of a run: the same outcomes again. */
  public static Round of(List<BackendObjective> objectives, Archive archive) {
    Round all = NONE;
    for (BackendObjective objective : objectives) {
      all = all.plus(of(List.of(objective), archive.source(objective.source()), archive.windows()));
    }
    return all;
  }

  private Round plus(Round other) {
    List<BackendOutcome> both = new ArrayList<>(outcomes);
    both.addAll(other.outcomes);
    return new Round(both, aborted.or(other::aborted), archive.plus(other.archive));
  }

  /** By the whole of the answer each time: so it is the same live as from the archive. */
  private static Optional<String> abort(
      BackendObjective objective, MetricsSource source, TimeRange range) {
    if (objective.terms().abortAfter().isEmpty()) {
      return Optional.empty();
    }
    return new BackendWatch(objective).look(source.read(objective.claim().query(), range), range);
  }

  /** Whether the window of its objective is known. */
  static boolean hasTime(BackendOutcome outcome) {
    return !outcome.range().equals(NO_TIME);
  }

  private static BackendOutcome notThere(BackendObjective objective) {
    String window = objective.window().text();
    return BackendJudge.unavailable(
        objective,
        NO_TIME,
        (window.isEmpty() ? "the run" : window) + " has not begun, or its time is not known");
  }
}
