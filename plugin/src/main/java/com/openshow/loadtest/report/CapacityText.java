package com.openshow.loadtest.report;

import com.openshow.loadtest.slo.Breach;
import com.openshow.loadtest.slo.Capacity;
import com.openshow.loadtest.slo.Load;
import com.openshow.loadtest.slo.Outcome;
import com.openshow.loadtest.slo.Quantity;

/** A capacity as a sentence. */
final class CapacityText {
  private CapacityText() {}

  static String of(Capacity capacity) {
    String load = capacity.load().map(CapacityText::load).orElse("");
    String breach = capacity.breach().map(CapacityText::breach).orElse("");
    String text;
    if (breach.isEmpty()) {
      text =
          load.isEmpty()
              ? "unknown; in no window could an objective be seen to hold"
              : "at least " + load + "; no objective was breached";
    } else {
      text = load.isEmpty() ? "none found; from the start " + breach : load + "; then " + breach;
    }
    return "Capacity of " + capacity.scenario() + ": " + text;
  }

  private static String load(Load load) {
    return Quantity.format(load.requestsPerSecond(), "requests/s")
        + " with "
        + load.virtualUsers()
        + (load.virtualUsers() == 1 ? " virtual user" : " virtual users");
  }

  private static String breach(Breach breach) {
    Outcome outcome = breach.outcome();
    String unit = outcome.objective().indicator().unit();
    return outcome.objective().indicator().kind()
        + " of "
        + outcome.objective().scope().requests().describe()
        + " was "
        + Quantity.format(outcome.observed().orElseThrow(), unit)
        + " > "
        + outcome.objective().target().describe(unit);
  }
}
