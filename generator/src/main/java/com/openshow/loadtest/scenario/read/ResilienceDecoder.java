package com.openshow.loadtest.scenario.read;

import com.openshow.loadtest.scenario.Resilience;
import java.util.List;
import java.util.Optional;

/** The entries of the list {@code resilience}. */
final class ResilienceDecoder {
  private final FaultNames faults;

  private ResilienceDecoder(FaultNames faults) {
    this.faults = faults;
  }

  /** A rule for the whole list. */
  static Rule<List<Resilience>> list(FaultNames faults) {
    return Rule.list(Rule.object(new ResilienceDecoder(faults)::entry), true);
  }

  private Optional<Resilience> entry(Located.Members object, Problems problems) {
    Keys keys = new Keys(object, problems);
    Optional<String> name = keys.required("name", Rules.PLAIN);
    Optional<String> claim = keys.required("claim", Rules.PLAIN);
    Optional<String> fault = faults.optional(keys, object, problems);
    keys.rejectOthers();
    return name.flatMap(part -> claim.map(text -> new Resilience(part, text, fault)));
  }
}
