package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Quantity;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Watches an objective of values that is to stop the test when it is missed for too long. */
public final class BackendWatch {
  private final BackendObjective objective;
  private final ValueClaim claim;
  private final Duration after;
  private final Map<String, MissedStretch> stretches = new LinkedHashMap<>();

  /**
   * A watch that has seen nothing.
   *
   * @param objective one of values, with a time after which the test is aborted
   */
  public BackendWatch(BackendObjective objective) {
    this.objective = objective;
    this.after = objective.terms().abortAfter().orElseThrow();
    if (!(objective.claim() instanceof ValueClaim value)) {
      throw new IllegalArgumentException("expected an objective of values, but was " + objective);
    }
    this.claim = value;
  }

  /**
   * Looks at what came since the last call. Points that it has seen are known already; a reading
   * that fails, or leaves a gap, breaks off what was missed.
   *
   * @param reading the answer to the objective's query
   * @param range of which time; reaches back to the last call's end
   * @return why the test is to be stopped; empty when it is not
   */
  public Optional<String> look(Reading reading, TimeRange range) {
    if (!(reading instanceof Reading.Values values)) {
      return Optional.empty();
    }
    Optional<String> first = Optional.empty();
    for (Strand strand : Strand.of(claim.grouping(), values, range)) {
      Curve points = strand.points(claim.reducer());
      MissedStretch missed =
          stretches.computeIfAbsent(strand.name(), name -> new MissedStretch(points.longestGap()));
      points.addTo(missed, claim.target());
      first =
          first.or(
              () ->
                  why(missed, after, strand.of()).map(reason -> objective.title() + ": " + reason));
    }
    return first;
  }

  /** Why so long a time is too long; empty when it is not. */
  static Optional<String> why(MissedStretch missed, Duration after, String of) {
    return missed.longest().compareTo(after) < 0
        ? Optional.empty()
        : Optional.of(
            "the test is aborted: it was missed for "
                + Quantity.format(missed.longest().toMillis() / 1000.0, "s")
                + " without a break, from "
                + missed.longestFrom()
                + of);
  }
}
