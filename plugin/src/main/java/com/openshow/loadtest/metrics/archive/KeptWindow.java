package com.openshow.loadtest.metrics.archive;

import com.openshow.loadtest.metrics.BackendObjective;
import com.openshow.loadtest.metrics.TimeRange;

/**
 * When a window was.
 *
 * @param scenario whose it is; empty for the whole run
 * @param window as it stands in a plan; empty for the whole run
 * @param range the time
 */
record KeptWindow(String scenario, String window, TimeRange range) {
  static KeptWindow of(BackendObjective objective, TimeRange range) {
    return new KeptWindow(objective.scenario(), objective.window().text(), range);
  }

  boolean isOf(BackendObjective objective) {
    return scenario.equals(objective.scenario()) && window.equals(objective.window().text());
  }
}
