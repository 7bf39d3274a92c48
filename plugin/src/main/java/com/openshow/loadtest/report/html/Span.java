package com.openshow.loadtest.report.html;

import com.openshow.loadtest.slo.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A time that is shaded in the charts, such as that of a fault.
 *
 * @param name what it is
 * @param from its start
 * @param to its end, not before {@code from}
 */
public record Span(String name, Instant from, Instant to) {
  public Span {
    Objects.requireNonNull(name, "name");
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a span must end after it begins, but was from " + from + " to " + to);
    }
  }

  /** When faults were on; to the end of the run, where nobody switched one off before. */
  static List<Span> ofFaults(Judgement judgement) {
    return judgement.faults().stream()
        .filter(fault -> fault.on().isPresent())
        .map(
            fault -> {
              Instant on = fault.on().orElseThrow();
              Instant off = fault.off().or(fault::ending).orElse(judgement.endedAt());
              return new Span(fault.name(), on, off.isBefore(on) ? on : off);
            })
        .toList();
  }
}
