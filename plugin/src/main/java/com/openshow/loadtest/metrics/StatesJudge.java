package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Quantity;
import com.openshow.loadtest.slo.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Judges a claim of states by the samples of the state metric. States that were seen in their order
 * were there. One that was not seen may have been too short for the time between two samples: then,
 * and only then, nobody knows.
 */
final class StatesJudge {
  private static final int STALE_STEPS = 3;

  /** What a state is taken to last where nobody says it and none was seen, but a counter tells. */
  private static final Duration USUAL_SHORTEST = Duration.ofSeconds(5);

  private final BackendObjective objective;
  private final StatesClaim claim;
  private final TimeRange range;

  StatesJudge(BackendObjective objective, StatesClaim claim, TimeRange range) {
    this.objective = objective;
    this.claim = claim;
    this.range = range;
  }

  BackendOutcome judge(MetricsSource source) {
    Reading reading = source.raw(claim.query(), range);
    return reading instanceof Reading.Values values
        ? judge(values, StateEvidence.ask(claim, source, range))
        : BackendJudge.unavailable(objective, range, ((Reading.Unavailable) reading).reason());
  }

  private BackendOutcome judge(Reading.Values values, StateEvidence evidence) {
    List<StateHistory> instances = StateReader.read(claim.metric(), values.series(), range);
    if (instances.isEmpty()) {
      return BackendJudge.nothing(objective, range, values);
    }
    List<BackendFinding> findings =
        instances.stream()
            .map(instance -> finding(instance, values, evidence))
            .sorted(Comparator.comparing(BackendFinding::verdict, Comparator.reverseOrder()))
            .toList();
    List<String> notes = new ArrayList<>(values.notes());
    notes.addAll(evidence.notes());
    return new BackendOutcome(
        objective,
        range,
        findings,
        values.series(),
        findings.get(0).verdict(),
        findings.get(0).reason()
            + (findings.size() == 1 ? "" : ", the worst of " + findings.size()),
        notes);
  }

  private BackendFinding finding(
      StateHistory instance, Reading.Values values, StateEvidence evidence) {
    int matched = instance.matched(claim.states());
    List<String> told = new ArrayList<>();
    told.add("seen of " + instance.name() + ": " + seen(instance));
    told.addAll(evidence.told(instance));
    String seen = String.join("; ", told);
    Ruling ruling =
        matched == claim.states().size()
            ? new Ruling(Verdict.PASS, "")
            : missing(instance, matched, values.step(), evidence);
    if (values.doubts().isEmpty()) {
      return finding(instance, ruling.verdict(), ruling.why() + seen);
    }
    return finding(
        instance,
        Verdict.INCONCLUSIVE,
        ruling.why() + seen + "; but " + String.join("; ", values.doubts()));
  }

  private static BackendFinding finding(StateHistory instance, Verdict verdict, String reason) {
    return new BackendFinding(
        instance.name(),
        OptionalDouble.empty(),
        instance.states().size(),
        instance.visits(),
        verdict,
        reason);
  }

  private static String seen(StateHistory instance) {
    return instance.visits().stream().map(Visit::state).collect(Collectors.joining(" -> "));
  }

  private record Ruling(Verdict verdict, String why) {}

  private Ruling missing(
      StateHistory instance, int matched, Duration step, StateEvidence evidence) {
    String state = claim.states().get(matched);
    String never =
        matched == 0
            ? "it was never " + state
            : "it never went from " + claim.states().get(matched - 1) + " to " + state;
    Duration gap = instance.longestGap();
    Optional<Duration> shortest = claim.shortest(state).or(() -> instance.shortest(state));
    OptionalDouble rise =
        instance.saw(state) ? OptionalDouble.empty() : evidence.rise(state, instance);
    if (rise.isPresent() && rise.getAsDouble() > 0) {
      return new Ruling(
          Verdict.INCONCLUSIVE,
          evidence.names(state)
              + " rose by "
              + StateEvidence.number(rise.getAsDouble())
              + ", so it was "
              + state
              + ", but samples up to "
              + seconds(gap)
              + " apart did not show it"
              + shortest.map(StatesJudge::needed).orElse(": a shorter interval is needed")
              + "; ");
    }
    if (rise.isPresent()
        && !canHide(evidence.unseen(state, instance), shortest.orElse(USUAL_SHORTEST))) {
      return new Ruling(Verdict.FAIL, never + ", and " + evidence.names(state) + " did not rise; ");
    }
    if (shortest.isPresent()) {
      return canHide(gap, shortest.get())
          ? new Ruling(
              Verdict.INCONCLUSIVE,
              state
                  + " was not seen where it had to come, but samples are up to "
                  + seconds(gap)
                  + " apart, and a state as short as "
                  + seconds(shortest.get())
                  + " can hide between them"
                  + needed(shortest.get())
                  + "; ")
          : new Ruling(Verdict.FAIL, never + "; samples are at most " + seconds(gap) + " apart; ");
    }
    return lasting(instance, matched, step)
        .map(why -> new Ruling(Verdict.FAIL, never + why + "; "))
        .orElseGet(
            () ->
                new Ruling(
                    Verdict.INCONCLUSIVE,
                    state
                        + " was not seen where it had to come, but samples are up to "
                        + seconds(gap)
                        + " apart, and nobody knows how long "
                        + state
                        + " lasts at least: say it as shortest_state; "));
  }

  /**
   * Why a state is missing that nobody knows the length of: the last one, to which the instance was
   * to return. A return that does not last is none.
   */
  private Optional<String> lasting(StateHistory instance, int matched, Duration step) {
    List<String> states = claim.states();
    boolean isReturn =
        matched == states.size() - 1
            && states.subList(0, matched).stream()
                .anyMatch(before -> StatesClaim.same(before, states.get(matched)));
    Duration silence = Duration.between(instance.lastSeen(), range.to());
    return isReturn && silence.compareTo(step.multipliedBy(STALE_STEPS)) <= 0
        ? Optional.of(" until the end")
        : Optional.empty();
  }

  private static boolean canHide(Duration unseen, Duration shortest) {
    return unseen.compareTo(shortest.dividedBy(2)) > 0;
  }

  private static String needed(Duration shortest) {
    return ": an interval of at most " + seconds(shortest.dividedBy(2)) + " is needed";
  }

  private static String seconds(Duration time) {
    return Quantity.format(time.toMillis() / 1000.0, "s");
  }
}
