package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Fault;
import com.openshow.loadtest.scenario.FaultAction;
import com.openshow.loadtest.scenario.FaultPhase;
import com.openshow.loadtest.scenario.Scenario;
import com.openshow.loadtest.slo.Objective;
import com.openshow.loadtest.slo.measure.FaultSwitch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of the list of faults. */
final class FaultDecoder {
  /** What is expected of a fault without a name is read all the same. */
  private static final String NAMELESS = "X";

  private final List<Scenario> scenarios;
  private final boolean strict;

  private FaultDecoder(List<Scenario> scenarios, boolean strict) {
    this.scenarios = List.copyOf(scenarios);
    this.strict = strict;
  }

  /**
   * A rule for the whole list.
   *
   * @param scenarios those of the file; none when they could not be read
   * @param strict what holds for an objective that does not say
   */
  static Rule<List<Fault>> list(List<Scenario> scenarios, boolean strict) {
    return Rule.list(Rule.object(new FaultDecoder(scenarios, strict)::fault), true);
  }

  private Optional<Fault> fault(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    final Optional<String> name =
        keys.required("name", Rule.text(FaultSwitch.NAME_RULE, FaultSwitch::isName));
    final Optional<Duration> at = keys.required("at", Rules.TIME);
    final Optional<Duration> time = keys.required("for", Rules.RUN_TIME);
    final Optional<FaultAction> start = keys.required("start", FaultActionDecoder.ACTION);
    final Optional<FaultAction> stop = keys.required("stop", FaultActionDecoder.ACTION);
    final String note = keys.optional("note", Rules.PLAIN).orElse("");
    final Optional<Map<FaultPhase, List<List<Objective>>>> expected =
        keys.optional(
            "expect", Rule.object((own, found) -> expected(own, name.orElse(NAMELESS), found)));
    keys.rejectOthers();
    boolean isWhole =
        name.isPresent()
            && at.isPresent()
            && time.isPresent()
            && start.isPresent()
            && stop.isPresent()
            && (expected.isPresent() || !object.members().containsKey("expect"));
    return isWhole
        ? Optional.of(
            new Fault(
                name.get(),
                at.get(),
                time.get(),
                start.get(),
                stop.get(),
                expected.orElse(Map.of()),
                note))
        : Optional.empty();
  }

  private Optional<Map<FaultPhase, List<List<Objective>>>> expected(
      Located.Members object, String fault, Problems problems) {
    Keys keys = new Keys(object, problems);
    Map<FaultPhase, List<List<Objective>>> expected = new EnumMap<>(FaultPhase.class);
    boolean isWhole = true;
    for (FaultPhase phase : FaultPhase.values()) {
      Optional<List<List<Objective>>> entries =
          keys.optional(phase.label(), ObjectiveDecoder.expected(scenarios, strict, fault, phase));
      entries.ifPresent(list -> expected.put(phase, list));
      isWhole &= entries.isPresent() || !object.members().containsKey(phase.label());
    }
    keys.rejectOthers();
    return isWhole ? Optional.of(expected) : Optional.empty();
  }
}
