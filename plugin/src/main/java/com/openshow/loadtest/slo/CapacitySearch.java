package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a scenario whose load rises until a breach has found. The breach is what it looks for, so
 * its objectives are judged by the samples up to the end of the last window in which they held; by
 * those up to the end of the breach, where they held in none; by all, where nothing was breached.
 */
final class CapacitySearch {
  private final Capacity capacity;
  private final Measurement judged;

  /**
   * Searches.
   *
   * @param whole the whole run
   * @param windows the scenario's, in order
   */
  CapacitySearch(
      String scenario, List<Objective> objectives, Measurement whole, List<SampleWindow> windows) {
    BreachWatch watch = new BreachWatch(scenario, objectives);
    int seen = 0;
    while (seen < windows.size() && watch.breach().isEmpty()) {
      watch.add(windows.get(seen++));
    }
    BitSet good = watch.good();
    boolean found = watch.breach().isPresent();
    // Without a breach the last window is the one in which the load went away.
    Stream<Load> loads = good.stream().mapToObj(number -> load(windows.get(number)));
    Optional<Load> load =
        found
            ? loads.reduce((before, after) -> after)
            : loads.max(Comparator.comparingDouble(Load::requestsPerSecond));
    this.capacity = new Capacity(scenario, load, watch.breach());
    int end = good.isEmpty() ? seen : good.length();
    this.judged = found ? upTo(windows.subList(0, end), whole) : whole;
  }

  private static Load load(SampleWindow window) {
    Measurement measurement = window.measurement();
    Duration time = Duration.between(measurement.startedAt(), measurement.endedAt());
    return new Load(
        measurement.select(key -> true).samples() * 1000.0 / time.toMillis(), window.users());
  }

  private static Measurement upTo(List<SampleWindow> windows, Measurement whole) {
    Measurement sum =
        windows.stream().map(SampleWindow::measurement).reduce(Measurement::merge).orElseThrow();
    // The first window may begin before the run does.
    Instant start = whole.startedAt().isAfter(sum.endedAt()) ? sum.startedAt() : whole.startedAt();
    return new Measurement(start, sum.endedAt(), sum.statistics());
  }

  Capacity capacity() {
    return capacity;
  }

  /** What the scenario's objectives are held against. */
  Measurement judged() {
    return judged;
  }
}
