package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.measure.LabelStatistics;
import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.SampleKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The time of a run in successive parts without a gap. Where there would be too many, several
 * windows are merged into one part: exactly, so a percentile of it is no mean of percentiles.
 */
final class Timeline {
  private final List<Measurement> parts = new ArrayList<>();
  private final Duration width;
  private Instant end;

  private Timeline(Instant start, Duration width) {
    this.end = start;
    this.width = width;
  }

  /**
   * The parts from {@code start} to {@code end}.
   *
   * @param windows successive; what is between them is taken for time without samples
   * @param most how many parts are wanted at most; gaps may make it a few times as many
   */
  static List<Measurement> of(Instant start, Instant end, List<Measurement> windows, int most) {
    Timeline timeline = new Timeline(start, Duration.between(start, end).dividedBy(most));
    windows.forEach(timeline::add);
    timeline.idleUntil(end);
    return List.copyOf(timeline.parts);
  }

  private void add(Measurement window) {
    idleUntil(window.startedAt());
    Measurement last = parts.isEmpty() ? window : parts.get(parts.size() - 1);
    if (parts.isEmpty() || last.statistics().isEmpty() || isFull(last)) {
      parts.add(window);
    } else {
      parts.set(parts.size() - 1, merge(last, window));
    }
    end = window.endedAt();
  }

  /** A pause that cannot be seen in a chart makes no part of its own. */
  private void idleUntil(Instant next) {
    Duration pause = Duration.between(end, next);
    if (pause.compareTo(width.dividedBy(2)) > 0 && pause.toMillis() >= 1000) {
      parts.add(new Measurement(end, next, Map.of()));
      end = next;
    }
  }

  /** Nearly is enough: windows of 4.99 s must not be paired where 5 s are wanted. */
  private boolean isFull(Measurement part) {
    Duration length = Duration.between(part.startedAt(), part.endedAt());
    return length.multipliedBy(10).compareTo(width.multipliedBy(9)) >= 0;
  }

  private static Measurement merge(Measurement part, Measurement next) {
    Map<SampleKey, LabelStatistics> statistics = new HashMap<>(part.statistics());
    next.statistics().forEach((key, value) -> statistics.merge(key, value, LabelStatistics::merge));
    return new Measurement(part.startedAt(), next.endedAt(), statistics);
  }
}
