package com.openshow.loadtest.cli;

import com.openshow.loadtest.scenario.BackendPromise;
import com.openshow.loadtest.scenario.LoadTest;
import com.openshow.loadtest.scenario.Promise;
import com.openshow.loadtest.scenario.read.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Properties of a command line that nobody reads. JMeter takes any name, so a target that is
 * misspelt would silently stay what it was.
 */
final class UnreadProperties {
  /** What of a plan's properties has a scenario's name in it, or a target: the rest may be any. */
  private static final Pattern OVERRIDE =
      Pattern.compile(
          "slo_[\\w.-]+"
              + "|(?:objective|vus|duration|start_after|ramp_up|think_time|target_rps|weight)"
              + "\\.[\\w.-]+");

  private UnreadProperties() {}

  /** A warning for each that looks like one of a plan's, and is not in it. */
  static List<String> ofPlan(Set<String> properties, String plan) {
    Set<String> known =
        OVERRIDE
            .matcher(plan)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    return properties.stream()
        .filter(name -> OVERRIDE.matcher(name).matches() && !known.contains(name))
        .map(
            name ->
                "warning: the plan reads no property "
                    + name
                    + ", so -J"
                    + name
                    + " changes nothing"
                    + Text.didYouMean(name, known))
        .toList();
  }

  /** A note on all that say nothing to a verdict; empty when there are none. */
  static Optional<String> ofVerdict(Set<String> properties, LoadTest test) {
    Set<String> known = new TreeSet<>(Set.of("warm_up"));
    Promise.of(test).stream().map(Promise::properties).forEach(known::addAll);
    test.backend().promises().stream().map(BackendPromise::property).forEach(known::add);
    Collection<String> others = new TreeSet<>(properties);
    others.removeAll(known);
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "note: a verdict takes targets and warm_up from -J; it passes over "
                + others.stream()
                    .map(name -> name + Text.didYouMean(name, known))
                    .collect(Collectors.joining(", ")));
  }
}
