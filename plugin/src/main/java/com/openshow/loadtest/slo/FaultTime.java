package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.FaultSwitch;
import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a fault was on. Where several injectors switched it, it was on from the earliest start to
 * the earliest stop for certain, and off after the latest.
 *
 * @param name its name
 * @param beginning when somebody began to switch it on
 * @param on from when on it was on; empty when nobody could switch it on
 * @param ending when somebody began to switch it off; empty when nobody did, or nobody knows
 * @param off from when on it was off; empty when nobody could switch it off, or nobody knows
 */
public record FaultTime(
    String name,
    Instant beginning,
    Optional<Instant> on,
    Optional<Instant> ending,
    Optional<Instant> off) {
  public FaultTime {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(beginning, "beginning");
    Objects.requireNonNull(on, "on");
    if (off.isPresent() && ending.isEmpty()) {
      throw new IllegalArgumentException("a fault that was switched off has a beginning of that");
    }
  }

  /** The faults of a run, in the order in which they began. */
  public static List<FaultTime> of(Measurement measurement) {
    return measurement.faults().stream()
        .map(FaultSwitch::fault)
        .distinct()
        .flatMap(name -> find(name, measurement).stream())
        .sorted(Comparator.comparing(FaultTime::beginning).thenComparing(FaultTime::name))
        .toList();
  }

  /** The fault of this name; empty when nobody switched it on. */
  public static Optional<FaultTime> find(String name, Measurement measurement) {
    List<FaultSwitch> ons = switches(name, measurement, FaultSwitch::on);
    List<FaultSwitch> offs = switches(name, measurement, fault -> !fault.on());
    return ons.stream()
        .map(FaultSwitch::from)
        .min(Comparator.naturalOrder())
        .map(
            beginning ->
                new FaultTime(
                    name,
                    beginning,
                    succeeded(ons).min(Comparator.naturalOrder()),
                    offs.stream().map(FaultSwitch::from).min(Comparator.naturalOrder()),
                    offs.stream().allMatch(FaultSwitch::succeeded)
                        ? succeeded(offs).max(Comparator.naturalOrder())
                        : Optional.empty()));
  }

  private static List<FaultSwitch> switches(
      String name, Measurement measurement, Predicate<FaultSwitch> wanted) {
    return measurement.faults().stream()
        .filter(fault -> fault.fault().equals(name))
        .filter(wanted)
        .toList();
  }

  private static Stream<Instant> succeeded(List<FaultSwitch> switches) {
    return switches.stream().filter(FaultSwitch::succeeded).map(FaultSwitch::to);
  }

  /**
   * What went wrong with it, so that the run is not the one that was asked for; empty when nothing
   * did, as far as is known.
   */
  public Optional<String> problem() {
    if (ending.isPresent() && off.isEmpty()) {
      return Optional.of("the fault " + name + " could not be switched off: it may still be on");
    }
    return on.isEmpty()
        ? Optional.of("the fault " + name + " could not be switched on")
        : Optional.empty();
  }
}
