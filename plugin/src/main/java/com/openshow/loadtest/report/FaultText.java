package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.FaultTime;
import com.openshow.loadtest.slo.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a fault was on, for a person. */
final class FaultText {
  private static final double MILLIS_PER_SECOND = 1000;

  private FaultText() {}

  /** The lines about faults, those of the reports. */
  static List<String> lines(List<FaultTime> faults) {
    List<String> lines = new ArrayList<>();
    for (FaultTime fault : faults) {
      fault
          .on()
          .ifPresent(on -> lines.add("Fault " + fault.name() + ": on from " + span(on, fault)));
      fault.problem().ifPresent(problem -> lines.add("INCONCLUSIVE: " + problem));
    }
    return lines;
  }

  private static String span(Instant on, FaultTime fault) {
    if (fault.off().isEmpty()) {
      return on + " on";
    }
    double seconds = Duration.between(on, fault.off().get()).toMillis() / MILLIS_PER_SECOND;
    return on + " to " + fault.off().get() + " (" + Quantity.format(seconds, "s") + ")";
  }
}
