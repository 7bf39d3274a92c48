package com.openshow.loadtest.metrics.run;

import com.openshow.loadtest.metrics.BackendJudge;
import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.BackendOutcome;
import com.openshow.loadtest.metrics.MetricsSource;
import com.openshow.loadtest.metrics.StatesClaim;
import com.openshow.loadtest.metrics.TimeRange;
import com.openshow.loadtest.metrics.Windows;
import com.openshow.loadtest.metrics.archive.Archive;
import com.openshow.loadtest.slo.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Judges the backend's objectives while a test runs. Whatever the sources do, the threads that make
 * the load never wait for them.
 */
public final class BackendRun implements AutoCloseable {
  private final List<BackendObjective> objectives;
  private final List<SourceLoop> loops = new ArrayList<>();
  private final Consumer<Archive> keep;

  private BackendRun(List<BackendObjective> objectives, Consumer<Archive> keep) {
    this.objectives = List.copyOf(objectives);
    this.keep = keep;
  }

  /**
   * Begins to gather and to judge. An objective of a source that is not there is never judged.
   *
   * @param live when the windows are, as far as the run has come
   * @param period from one look at a source to the next
   * @param tell takes what somebody should know at the start, such as that a source cannot be asked
   * @param keep takes what was answered after each look, so that a run that is killed can be judged
   */
  public static BackendRun start(
      List<BackendObjective> objectives,
      List<MetricsSource> sources,
      Windows live,
      Duration period,
      Consumer<String> tell,
      Consumer<Archive> keep) {
    BackendRun run = new BackendRun(objectives, keep);
    for (MetricsSource source : sources) {
      run.loops.add(
          new SourceLoop(
              source,
              objectives.stream().filter(one -> one.source().equals(source.name())).toList(),
              live,
              period,
              tell,
              run::keep));
    }
    run.loops.forEach(SourceLoop::start);
    return run;
  }

  private void keep() {
    keep.accept(
        loops.stream()
            .flatMap(loop -> loop.latest().stream())
            .map(Round::archive)
            .reduce(Archive.EMPTY, Archive::plus));
  }

  /** How it stands: what became of each objective when its source was last asked. */
  public Round latest() {
    Round now =
        together(
            SourceLoop::latest, (objective, before) -> before.orElseGet(() -> open(objective)));
    return new Round(
        now.outcomes().stream().map(BackendRun::soFar).toList(), now.aborted(), now.archive());
  }

  /** A state that was not seen yet may come as long as the run goes on. */
  private static BackendOutcome soFar(BackendOutcome outcome) {
    return outcome.objective().claim() instanceof StatesClaim && outcome.verdict() == Verdict.FAIL
        ? outcome.inconclusive("so far " + outcome.reason())
        : outcome;
  }

  private static BackendOutcome open(BackendObjective objective) {
    return BackendJudge.unavailable(
        objective, new TimeRange(Instant.EPOCH, Instant.EPOCH), "not asked yet");
  }

  /**
   * Asks every source once more, at the same time.
   *
   * @param windows when the windows were
   * @param patience how long all of them may take together
   */
  public Round finish(Windows windows, Duration patience) {
    loops.forEach(loop -> loop.end(windows));
    long until = System.nanoTime() + patience.toNanos();
    Map<SourceLoop, Optional<Round>> ended = new HashMap<>();
    for (SourceLoop loop : loops) {
      ended.put(loop, await(loop, Duration.ofNanos(Math.max(0, until - System.nanoTime()))));
    }
    return together(
        loop -> ended.getOrDefault(loop, Optional.empty()),
        (objective, before) -> late(objective, before, patience));
  }

  private static Optional<Round> await(SourceLoop loop, Duration patience) {
    try {
      return loop.await(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static BackendOutcome late(
      BackendObjective objective, Optional<BackendOutcome> before, Duration patience) {
    String why =
        "the source \""
            + objective.source()
            + "\" did not answer within "
            + patience.toSeconds()
            + " s at the end of the run";
    return before
        .map(
            outcome ->
                outcome.inconclusive(
                    why + "; to " + outcome.range().to() + ": " + outcome.reason()))
        .orElseGet(() -> open(objective).inconclusive(why));
  }

  /** What is known of an objective where its source has no round. */
  @FunctionalInterface
  private interface Otherwise {
    BackendOutcome outcome(BackendObjective objective, Optional<BackendOutcome> before);
  }

  /** Puts the rounds of all sources together, in the objectives' order. */
  private Round together(Function<SourceLoop, Optional<Round>> round, Otherwise otherwise) {
    Map<BackendObjective, BackendOutcome> known = new HashMap<>();
    Map<BackendObjective, BackendOutcome> earlier = new HashMap<>();
    Optional<String> aborted = Optional.empty();
    Archive archive = Archive.EMPTY;
    for (SourceLoop loop : loops) {
      Optional<Round> now = round.apply(loop);
      now.ifPresent(of -> of.outcomes().forEach(one -> known.put(one.objective(), one)));
      Optional<Round> latest = now.or(loop::latest);
      latest.ifPresent(of -> of.outcomes().forEach(one -> earlier.put(one.objective(), one)));
      aborted = aborted.or(() -> latest.flatMap(Round::aborted));
      archive = archive.plus(latest.map(Round::archive).orElse(Archive.EMPTY));
    }
    List<BackendOutcome> outcomes = new ArrayList<>();
    for (BackendObjective objective : objectives) {
      BackendOutcome outcome = known.get(objective);
      outcomes.add(
          outcome == null
              ? otherwise.outcome(objective, Optional.ofNullable(earlier.get(objective)))
              : outcome);
    }
    return new Round(outcomes, aborted, archive);
  }

  /** Ends all gathering. */
  @Override
  public void close() {
    loops.forEach(SourceLoop::close);
  }
}
