package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the short windows of a measurement together to longer ones of one length. */
final class Steps {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int IN_A_STRETCH = 6;

  private Steps() {}

  /** How long each step is in which an objective is looked at that may be missed for a time. */
  static Duration within(Duration stretch) {
    Duration part = Duration.ofSeconds(Math.max(1, stretch.toSeconds() / IN_A_STRETCH));
    return part.compareTo(LONGEST) > 0 ? LONGEST : part;
  }

  /**
   * The steps from one moment to another, in order; those without samples are left out, and so is
   * the rest at the end that is shorter than a step.
   *
   * @param windows in any order
   * @param from where the first step begins
   * @param to where the last one ends at the latest
   */
  static List<Measurement> of(
      List<Measurement> windows, Duration length, Instant from, Instant to) {
    long begin = from.toEpochMilli();
    long step = length.toMillis();
    Map<Long, Measurement> steps = new TreeMap<>();
    for (Measurement window : windows) {
      long offset = window.startedAt().toEpochMilli() - begin;
      long number = Math.floorDiv(offset, step);
      boolean isWhole = number >= 0 && begin + (number + 1) * step <= to.toEpochMilli();
      if (isWhole) {
        Measurement before = steps.get(number);
        Instant start = Instant.ofEpochMilli(begin + number * step);
        steps.put(number, whole(before, window, start, start.plus(length)));
      }
    }
    return List.copyOf(steps.values());
  }

  private static Measurement whole(
      @Nullable Measurement before, Measurement window, Instant start, Instant end) {
    Measurement sum = before == null ? window : before.merge(window);
    return new Measurement(start, end, sum.statistics());
  }
}
