package com.openshow.loadtest.metrics;

import com.openshow.loadtest.slo.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What counters tell of states. */
final class StateEvidence {
  private final TimeRange range;
  private final Map<StateCounter, List<Series>> counters = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private StateEvidence(TimeRange range) {
    this.range = range;
  }

  /** Asks for the counters of a claim. */
  static StateEvidence ask(StatesClaim claim, MetricsSource source, TimeRange range) {
    StateEvidence evidence = new StateEvidence(range);
    for (StateCounter counter : claim.counters()) {
      Reading reading = source.raw(counter.selector(), range);
      if (reading instanceof Reading.Values values && !values.series().isEmpty()) {
        evidence.counters.put(counter, values.series());
      } else {
        evidence.notes.add(
            "nothing is known of "
                + counter.selector()
                + (reading instanceof Reading.Unavailable unavailable
                    ? ": " + unavailable.reason()
                    : ", which nothing matches"));
      }
    }
    return evidence;
  }

  /** What could not be had. */
  List<String> notes() {
    return notes;
  }

  /** By how much the counters of a state rose for an instance; empty where it has none. */
  OptionalDouble rise(String state, StateHistory instance) {
    return rise(of(state), instance);
  }

  /**
   * For how long at the edges of the time the counters of a state were not seen: by how much they
   * rose before the first sample and after the last, nobody knows.
   */
  Duration unseen(String state, StateHistory instance) {
    return curves(of(state), instance).stream()
        .flatMap(
            curve ->
                Stream.of(
                    curve.points().get(0).millis() - range.from().toEpochMilli(),
                    range.to().toEpochMilli() - curve.last().millis()))
        .max(Comparator.naturalOrder())
        .map(Duration::ofMillis)
        .orElse(range.length());
  }

  private OptionalDouble rise(List<StateCounter> some, StateHistory instance) {
    List<Curve> curves = curves(some, instance);
    return curves.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(curves.stream().mapToDouble(Curve::rise).sum());
  }

  private List<Curve> curves(List<StateCounter> some, StateHistory instance) {
    return some.stream()
        .flatMap(counter -> counters.getOrDefault(counter, List.of()).stream())
        .filter(instance::owns)
        // Of raw samples nobody asks here how far they are apart.
        .map(series -> Curve.of(series, range, range.length()))
        .filter(curve -> curve.points().size() > 1)
        .toList();
  }

  private List<StateCounter> of(String state) {
    return counters.keySet().stream().filter(counter -> isOf(counter, state)).toList();
  }

  private static boolean isOf(StateCounter counter, String state) {
    return counter.state().filter(own -> StatesClaim.same(own, state)).isPresent();
  }

  /** The selectors of a state's counters, for a person. */
  String names(String state) {
    return String.join(", ", of(state).stream().map(StateCounter::selector).toList());
  }

  /** What each counter tells of an instance, such as {@code "x rose by 31"}. */
  List<String> told(StateHistory instance) {
    List<String> told = new ArrayList<>();
    for (StateCounter counter : counters.keySet()) {
      rise(List.of(counter), instance)
          .ifPresent(
              rise ->
                  told.add(
                      counter.selector()
                          + " rose by "
                          + number(rise)
                          + contradiction(counter, rise, instance)));
    }
    return told;
  }

  private static String contradiction(StateCounter counter, double rise, StateHistory instance) {
    Optional<String> seen = counter.state().filter(instance::saw);
    return rise == 0 && seen.isPresent()
        ? String.format(Locale.ROOT, " although %s was seen", seen.get())
        : "";
  }

  /** Such as 31. */
  static String number(double rise) {
    return Quantity.format(rise, "");
  }
}
