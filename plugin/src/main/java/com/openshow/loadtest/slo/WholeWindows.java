package com.openshow.loadtest.slo;

import com.openshow.loadtest.slo.measure.Measurement;
import com.openshow.loadtest.slo.measure.RunRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was measured in a part of a run: in the short windows that lie wholly in it. */
final class WholeWindows {
  private WholeWindows() {}

  /**
   * Puts them together; empty when nothing was measured in them. The time is that of the part and
   * not from the first to the last sample: where a system falls silent, its rate falls.
   */
  static Optional<Measurement> inside(TimePart.Known part, Measurement whole) {
    List<Measurement> windows = whole.details();
    long length =
        windows.stream().findFirst().map(Measurement::time).orElse(RunRecorder.DETAIL).toMillis();
    // No window is cut in two where the run itself begins or ends.
    boolean fromTheStart = !part.from().isAfter(whole.startedAt());
    boolean toTheEnd = !part.to().isBefore(whole.endedAt());
    Instant from = fromTheStart ? whole.startedAt() : up(part.from(), length);
    Instant to = toTheEnd ? whole.endedAt() : down(part.to(), length);
    List<Measurement> inside =
        windows.stream()
            .filter(window -> fromTheStart || !window.startedAt().isBefore(from))
            .filter(window -> toTheEnd || !window.endedAt().isAfter(to))
            .toList();
    return inside.isEmpty() || to.isBefore(from)
        ? Optional.empty()
        : inside.stream()
            .reduce(Measurement::merge)
            .map(sum -> new Measurement(from, to, sum.statistics(), inside));
  }

  private static Instant down(Instant at, long lengthMillis) {
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), lengthMillis) * lengthMillis);
  }

  /** The start of the first window that does not begin before a moment. */
  static Instant up(Instant at, long lengthMillis) {
    return Instant.ofEpochMilli(-Math.floorDiv(-at.toEpochMilli(), lengthMillis) * lengthMillis);
  }
}
