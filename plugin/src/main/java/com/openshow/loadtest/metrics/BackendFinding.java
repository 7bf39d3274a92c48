package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What became of one series, of a group of them, or of an instance that has states.
 *
 * @param name its labels, for a person
 * @param observed the figure, in the unit of {@link ValueClaim#bar}; empty where there is none
 * @param points how many points it rests on
 * @param visits the states it was seen in, in order; empty for figures
 * @param verdict whether it held
 * @param reason why
 */
public record BackendFinding(
    String name,
    OptionalDouble observed,
    long points,
    List<Visit> visits,
    Verdict verdict,
    String reason) {
  public BackendFinding {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(observed, "observed");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(reason, "reason");
    visits = List.copyOf(visits);
  }
}
