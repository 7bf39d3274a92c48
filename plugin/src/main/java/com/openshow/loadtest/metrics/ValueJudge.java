package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Bar;
import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Judges a claim of values. What is not all there cannot pass; it can fail, where what was seen is
 * a breach whatever the rest was.
 */
final class ValueJudge {
  private final BackendObjective objective;
  private final ValueClaim claim;
  private final TimeRange range;

  ValueJudge(BackendObjective objective, ValueClaim claim, TimeRange range) {
    this.objective = objective;
    this.claim = claim;
    this.range = range;
  }

  BackendOutcome judge(Reading.Values values) {
    List<Strand> strands = Strand.of(claim.grouping(), values, range);
    if (strands.isEmpty()) {
      return BackendJudge.nothing(objective, range, values);
    }
    List<BackendFinding> findings =
        strands.stream()
            .map(strand -> finding(strand, values.doubts()))
            .sorted(worstFirst(claim.bar()))
            .toList();
    BackendFinding worst = findings.get(0);
    String others = findings.size() == 1 ? "" : ", the worst of " + findings.size();
    return new BackendOutcome(
        objective,
        range,
        findings,
        values.series(),
        worst.verdict(),
        worst.reason() + others,
        Stream.concat(values.notes().stream(), LookBack.note(claim.query(), range).stream())
            .toList());
  }

  private static Comparator<BackendFinding> worstFirst(Bar bar) {
    Comparator<BackendFinding> least =
        Comparator.comparingDouble(finding -> finding.observed().orElse(Double.NEGATIVE_INFINITY));
    return Comparator.comparing(BackendFinding::verdict, Comparator.reverseOrder())
        .thenComparing(bar.op().isMinimum() ? least : least.reversed());
  }

  private BackendFinding finding(Strand strand, List<String> doubts) {
    List<String> lacks = new ArrayList<>(strand.lacks(claim));
    lacks.addAll(doubts);
    String but = String.join("; ", lacks);
    if (strand.average().points().isEmpty()) {
      return finding(
          strand, OptionalDouble.empty(), Verdict.INCONCLUSIVE, "nothing to judge: " + but);
    }
    Reduced reduced = strand.reduced(claim.reducer(), claim.target());
    double observed = reduced.observed();
    OptionalDouble seen = OptionalDouble.of(observed);
    String relation = relation(strand, observed);
    Bar bar = claim.bar();
    Optional<String> abort = aborted(strand);
    if (abort.isPresent()) {
      return finding(strand, seen, Verdict.FAIL, abort.get());
    }
    if (lacks.isEmpty()) {
      boolean open = reduced.atWorst().isPresent() && !bar.holds(reduced.atWorst().getAsDouble());
      if (open && bar.holds(observed)) {
        return finding(
            strand,
            seen,
            Verdict.INCONCLUSIVE,
            relation
                + ", but where points are missing it may have been "
                + Quantity.format(reduced.atWorst().getAsDouble(), bar.unit()));
      }
      return finding(strand, seen, bar.holds(observed) ? Verdict.PASS : Verdict.FAIL, relation);
    }
    boolean settled = reduced.atBest().isPresent() && !bar.holds(reduced.atBest().getAsDouble());
    return settled
        ? finding(strand, seen, Verdict.FAIL, relation + ", whatever is missing (" + but + ")")
        : finding(strand, seen, Verdict.INCONCLUSIVE, relation + ", but " + but);
  }

  private String relation(Strand strand, double observed) {
    if (!(claim.reducer() instanceof Reducer.Sustained)) {
      return claim.bar().relation(observed) + strand.of();
    }
    String target =
        claim.target().op().sign()
            + " "
            + Quantity.format(claim.target().value(), claim.target().unit());
    if (observed == 0) {
      return target + " was never missed for longer than a point" + strand.of();
    }
    return target
        + " was missed for "
        + Quantity.format(observed, "s")
        + " without a break, from "
        + strand.average().missed(claim.target()).longestFrom()
        + strand.of()
        + ", allowed are less than "
        + Quantity.format(claim.bar().value(), "s");
  }

  private Optional<String> aborted(Strand strand) {
    return objective
        .terms()
        .abortAfter()
        .flatMap(
            after ->
                BackendWatch.why(
                    strand.points(claim.reducer()).missed(claim.target()), after, strand.of()));
  }

  private BackendFinding finding(
      Strand strand, OptionalDouble observed, Verdict verdict, String reason) {
    return new BackendFinding(strand.name(), observed, strand.points(), List.of(), verdict, reason);
  }
}
